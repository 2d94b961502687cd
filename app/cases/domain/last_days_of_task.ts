import { type CountedBy, type Dated, type Drawn, elementOf } from '#cases/domain/dated_case'
import { lastDateBefore } from '#deadlines/index'

/** The first last day of the timers that watch a task; one that went off and left it open watched it, too. */
export function lastDaysOf(
  task: Dated['tasks'][number],
  { timers, fired, workflow }: Dated,
  { graphs, calendar }: CountedBy
): (string | null)[] {
  const boundaries = [...graphs.values()].flatMap(({ nodes }) => nodes[elementOf(task.key)]?.boundaries ?? [])
  const watching = timers
    .filter(({ key, name }) => workflow.tokens[key]?.host === task.key && hasLastDay(graphs, name) !== false)
    .flatMap(({ input }) => input.lastDay ?? [])
  // what watches a task came after it, also where one before had its end at the very instant
  const watched = fired.filter(
    ({ key }) => boundaries.includes(elementOf(key)) && turnOf(key) > turnOf(task.key)
  )
  // whether what an expression said was a moment without a last day, nobody knows any more
  return [[true], [true, null]].map((which) => {
    const days = watched.filter(({ key }) => which.includes(hasLastDay(graphs, elementOf(key))))
    return [...watching, ...days.map(({ at }) => lastDateBefore(at, calendar.timeZone))].sort()[0] ?? null
  })
}

/** Whether what watches a task gives it a last day: a moment doesn't, nor does the first of several dates; null where an expression says it. */
function hasLastDay(graphs: CountedBy['graphs'], element: string): boolean | null {
  const told = [...graphs.values()].flatMap(({ nodes }) => {
    const drawn = nodes[element]?.data as Drawn | null | undefined
    if (!drawn?.due) return []
    if ('expression' in drawn.due) return [null]
    const { term, date } = drawn.due
    return [Boolean(term) || (!drawn.again && !date?.includes('T'))]
  })
  return told.includes(true) ? true : told.includes(null) ? null : false
}

const turnOf = (key: string): number => Number(key.split(':')[1])
