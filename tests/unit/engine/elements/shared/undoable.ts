import { compensation, on, service, tie, user } from '../../builder.ts'
import type { Case } from '../../case.ts'

export const undo = (activity: string, given: Parameters<typeof service>[1] = {}) =>
  service(activity, { isForCompensation: 'true', ...given })

/** A task that can be undone, and what undoes it. */
export const undoable = (task = user('a'), handler: ReturnType<typeof user> = undo('x.undo_a')) => ({
  a: task,
  on_a: on('a', compensation()),
  undo_a: handler,
  tie_a: tie('on_a', 'undo_a'),
})

/** The handlers that were ordered by the last event. */
export const ordered = (played: Case) => played.of('activity').map(({ element }) => element)
