import { type Day, dayOf, instantMs, isDate, isoDate, localDay } from '#deadlines/day'

/**
 * The last day of a pause: of one that ends at an instant, the day of the moment before. What stands still for
 * a term that nobody met stands still up to its last day (Law 39/2015, art. 22.1.a), not into the next.
 */
export const pausedUntil = (moment: string, timeZone: string): Day =>
  isDate(moment) ? dayOf(moment) : localDay(instantMs(moment) - 1, timeZone)

/** Of what is over at an instant, the last day: that of the moment before. */
export const lastDateBefore = (instant: string, timeZone: string): string =>
  isoDate(pausedUntil(instant, timeZone))

/** A stretch of time that does not count, in days or in milliseconds: after `start`, up to `end`. */
export interface Stretch {
  start: number
  end: number
}

/** In order, and without counting twice what two pauses share. */
export function merged(stretches: Stretch[]): Stretch[] {
  const result: Stretch[] = []
  for (const stretch of [...stretches].sort((a, b) => a.start - b.start)) {
    const last = result.at(-1)
    if (last && stretch.start <= last.end) last.end = Math.max(last.end, stretch.end)
    else result.push({ ...stretch })
  }
  return result
}
