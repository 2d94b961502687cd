const MINUTE = 60_000

/**
 * Lines in the order of their dates, by the minute that people read: what a late worker writes down happened when
 * the law says. Within a minute they stay as they were written, whatever the clocks of the processes said.
 */
export const chronological = <Line extends { at: Date }>(lines: Line[]): Line[] =>
  lines.toSorted(
    (one, other) => Math.floor(one.at.getTime() / MINUTE) - Math.floor(other.at.getTime() / MINUTE)
  )
