import { dayAfter, dayBefore } from '#deadlines/index'
import type { Version } from '#fees/types'

const byFirstDay = (a: Version, b: Version) => a.from.localeCompare(b.from)

/** Each holds until the day before the next, unless it says when it ends. The order is as given: places stay. */
export function succeeding(versions: Version[]): Version[] {
  const starts = versions.map(({ from }) => from).sort()
  return versions.map((version) => {
    const next = starts.find((from) => from > version.from)
    return version.to || !next ? version : { ...version, to: dayBefore(next) }
  })
}

/** What is left of a version beside the days of another. */
function beside(version: Version, { from, to }: Version): Version[] {
  if ((version.to && version.to < from) || (to && version.from > to)) return [version]
  return [
    ...(version.from < from ? [{ ...version, to: dayBefore(from) }] : []),
    ...(to && (!version.to || version.to > to) ? [{ ...version, from: dayAfter(to) }] : []),
  ]
}

/** Some versions over others: of the ones beneath, what the ones above leave uncovered. By their first day. */
export function overlaid(beneath: Version[], above: Version[]): Version[] {
  const left = above.reduce((rest, one) => rest.flatMap((version) => beside(version, one)), beneath)
  return [...left, ...above].sort(byFirstDay)
}
