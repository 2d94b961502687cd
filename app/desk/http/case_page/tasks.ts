import type { Task } from '#cases/queries/tasks'
import { tasksAfterMessage } from '#catalogue/queries/tasks_after_message'
import type { CompiledProcedure } from '#catalogue/types'
import { dueWords } from '#desk/http/due'
import type { Speech } from '#desk/http/speech'
import type { CaseTask } from '#desk/types'
import { type Calendar, workingDaysBetween } from '#deadlines/index'
import type { Officer } from '#identity/types'

interface Reader {
  procedure: CompiledProcedure
  speech: Speech
  officer: Officer
  calendar: Calendar
  at: Date
  /** All tasks of its case. */
  tasks: Pick<Task, 'id' | 'element' | 'state'>[]
}

/** What is said on the other tasks while a withdrawal waits: whoever answers one of them first may do so for nothing. */
function withdrawal(element: string, { procedure, speech, tasks }: Reader): CaseTask['withdrawn'] {
  const after = tasksAfterMessage(procedure, 'withdrawal')
  const waiting = tasks.find((task) => task.state === 'open' && after.has(task.element))
  if (!waiting || after.has(element)) return null
  return {
    words: speech.t('desk.case.withdrawn', { task: titleOf(waiting.element, procedure, speech) }),
    href: `/desk/tasks/${waiting.id}`,
  }
}

const titleOf = (element: string, procedure: CompiledProcedure, speech: Speech): string =>
  speech.of(procedure, `tasks.${element}`) ?? element

/** A task in words, with its own last day where it has one. */
export const taskLine = (
  task: Pick<Task, 'id' | 'element' | 'role' | 'dueOn' | 'openedAt' | 'state'>,
  reader: Reader
): CaseTask => {
  const { procedure, speech, officer, calendar, at } = reader
  return {
    id: task.id,
    title: titleOf(task.element, procedure, speech),
    role: speech.t(`cases.roles.${task.role}`),
    due: task.dueOn
      ? dueWords(
          {
            dueOn: task.dueOn,
            suspendedOn: null,
            since: task.openedAt.toISOString(),
            daysLeft: workingDaysBetween(at.toISOString(), task.dueOn, calendar),
          },
          calendar,
          speech
        )
      : null,
    mine: (officer.roles as string[]).includes(task.role),
    withdrawn: task.state === 'open' ? withdrawal(task.element, reader) : null,
  }
}
