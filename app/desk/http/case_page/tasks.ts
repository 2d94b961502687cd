import type { Task } from '#cases/queries/tasks'
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
}

/** A task in words, with its own last day where it has one. */
export const taskLine = (
  task: Pick<Task, 'id' | 'element' | 'role' | 'dueOn'>,
  { procedure, speech, officer, calendar, at }: Reader
): CaseTask => ({
  id: task.id,
  title: speech.of(procedure, `tasks.${task.element}`) ?? task.element,
  role: speech.t(`cases.roles.${task.role}`),
  due: task.dueOn
    ? dueWords(
        {
          dueOn: task.dueOn,
          suspendedOn: null,
          daysLeft: workingDaysBetween(at.toISOString(), task.dueOn, calendar),
        },
        speech
      )
    : null,
  mine: (officer.roles as string[]).includes(task.role),
})
