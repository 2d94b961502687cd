import type { Waits } from '#cases/domain/migration/waits'

/** A last day that is another now. */
export interface MovedDay {
  element: string
  lastDay: string | null
  before: string | null
}

type Timed = { key: string; input: Pick<Waits['timers'][number]['input'], 'element' | 'lastDay'> }

/** The last days of what goes on being timed that a move has changed. */
export function movedDays(before: Timed[], after: Timed[]): MovedDay[] {
  const was = new Map(before.map(({ key, input }) => [key, input.lastDay]))
  return after.flatMap(({ key, input: { element, lastDay } }) => {
    const day = was.get(key)
    return day === undefined || day === lastDay ? [] : [{ element, lastDay, before: day }]
  })
}
