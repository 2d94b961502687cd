import { betweenCases } from '#cases/domain/between_cases'
import { stepData } from '#cases/domain/trace'
import { timerDue } from '#cases/domain/timer_due'
import type { Actor, Consequences, TimerInput } from '#cases/types'
import type { JobRow } from '#core/jobs/types'
import { type Calendar, type Pause, followsFrom } from '#deadlines/index'
import type { Command, Event, State } from '#engine/index'

/** Where a step happened: all that turning its commands into rows needs to know. */
export interface StepContext {
  caseId: string
  event: Event
  state: State
  actor: Actor
  calendar: Calendar
  newId(): string
  /** Where terms that this step opens count from; its instant, unless the filing takes effect later. */
  countsFrom: string
  pauses: Pause[]
  /** Terms that open are halved (Law 39/2015, art. 33). */
  urgent?: boolean
}

type CommandOf<Type extends Command['type']> = Extract<Command, { type: Type }>

/** Turns what the engine asks for into rows: tasks, jobs, subscriptions, messages, incidents, one line of history. */
export function consequencesOf(commands: Command[], context: StepContext): Consequences {
  const { caseId, event, newId, actor } = context
  const of = <Type extends Command['type']>(type: Type) =>
    commands.filter((command): command is CommandOf<Type> => command.type === type)
  const lives = ({ key }: { key: string }) => key in context.state.tokens
  const timers = of('timer')
    .filter(lives)
    .map((command) => timerJob(command, context))
  const between = betweenCases(commands, context)
  const moves = of('phase').length > 0 || of('end').length > 0
  return {
    tasks: of('task')
      .filter(lives)
      .map(({ key, element, form, role, variables }) => ({
        id: newId(),
        case_id: caseId,
        key,
        element,
        form,
        role,
        opened_at: event.at,
        due_on: lastDayOf(key, timers, context.state),
        initial_answers: variables ?? null,
      })),
    jobs: [
      ...timers,
      ...of('activity')
        .filter(lives)
        .map((command) => activityJob(command, context)),
      ...between.jobs,
    ],
    subscriptions: between.subscriptions,
    messages: between.messages,
    escalated: between.escalated,
    incidents: of('incident').map(({ key, element, code, detail }) => ({
      id: newId(),
      case_id: caseId,
      job_id: null,
      key,
      element,
      code,
      detail,
      opened_at: event.at,
    })),
    event: {
      id: newId(),
      case_id: caseId,
      at: event.at,
      kind: 'step',
      actor_kind: actor.kind,
      actor_id: actor.id,
      public: moves,
      data: stepData(event, commands),
    },
  }
}

const jobOf = (context: StepContext): Pick<JobRow, 'id' | 'case_id' | 'created_at'> => ({
  id: context.newId(),
  case_id: context.caseId,
  created_at: context.event.at,
})

const activityJob = (command: CommandOf<'activity'>, context: StepContext): JobRow => ({
  ...jobOf(context),
  kind: 'activity',
  name: command.activity,
  key: command.key,
  input: { element: command.element, input: command.input },
  run_at: context.event.at,
  max_attempts: command.retries + 1,
  state: 'ready',
})

/** A timer that stops with the term waits while the term stands still (Law 39/2015, art. 22). */
function timerJob(command: CommandOf<'timer'>, context: StepContext): JobRow {
  const stands = command.suspends && context.pauses.some(({ to }) => to === null)
  const { element, term = null, date = null, suspends, unhurried, through, follows } = command
  const { countsFrom, calendar } = context
  const from = term && follows ? followsFrom(term, countsFrom, calendar.timeZone) : countsFrom
  const timer = {
    ...{ element, term, date, from, suspends },
    ...(context.urgent && term && !unhurried && { urgent: true as const }),
    ...(through && { through }),
  }
  const due = timerDue(timer, context.calendar, stands ? [] : context.pauses)
  const input: TimerInput = { ...timer, lastDay: due.lastDay }
  return {
    ...jobOf(context),
    kind: 'timer',
    name: command.element,
    key: command.key,
    input: input as unknown as JobRow['input'],
    run_at: due.runAt,
    max_attempts: 5,
    state: stands ? 'paused' : 'ready',
  }
}

/** The last day of a task is that of the first term that watches it: a boundary event of its own. */
function lastDayOf(taskKey: string, timers: JobRow[], state: State): string | null {
  const days = timers
    .filter(({ key }) => state.tokens[key]?.host === taskKey)
    .map(({ input }) => input['lastDay'] as string | null)
    .filter((day): day is string => day !== null)
  return days.sort()[0] ?? null
}
