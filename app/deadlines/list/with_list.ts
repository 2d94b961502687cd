import type { ListedDay, ReadList } from '#deadlines/list/read_list'

export const inOrder = <Day extends { day: string }>(days: Day[]): Day[] =>
  days.sort((a, b) => a.day.localeCompare(b.day))

/** Whether a list leaves out the days of the State, which every year has: it says nothing of whether the others are right. */
export const isPartial = ({ days }: Pick<ReadList, 'days'>): boolean =>
  !days.some(({ scope }) => scope === 'state')

/**
 * A year with what was published of it: of whichever level the list speaks, it is the whole; levels that it says nothing
 * of (the town's own, in the list of the region) stay, and what says nothing of itself only adds. In a year that has no
 * days yet the usual ones stand for what a partial list leaves out.
 */
export function withList(
  current: ListedDay[],
  { days, levels }: Omit<ReadList, 'faults'>,
  usual: ListedDay[] = []
): ListedDay[] {
  const named = new Set(days.map(({ day }) => day))
  const before = current.length === 0 && isPartial({ days }) ? usual : current
  const kept = before.filter(({ scope, day }) => !levels.includes(scope) && !named.has(day))
  return inOrder([...kept, ...days])
}
