import { type LockedCase, caseAsItStands } from '#cases/queries/locked_case'
import { type Task, TASK_COLUMNS } from '#cases/queries/tasks'
import type { TimerInput } from '#cases/types'
import type { ReminderOf } from '#catalogue/index'
import { type Calendar, startsOn, dayAfter } from '#deadlines/index'
import { calendarOf } from '#tenancy/queries/calendar'
import { type TownTransaction, inTown } from '#tenancy/town_transaction'

/** What happens to a case by itself, if nobody does anything before. */
export interface Coming {
  kind: 'resolution' | 'answer' | 'notification' | 'payment' | 'timer' | 'reminder'
  /** When; null while it stands still. */
  at: Date | null
  /** The last day on which it can still be done. */
  lastDay: string | null
  /** Since when the days are counted up to it one by one; null where the calendar is asked for its end alone. */
  since: string | null
  /** The element of the process that it comes from. */
  element: string | null
  /** What it is of, by its own name: a notification's subject, an order's reference. */
  name: string | null
  /** Of what a reminder reminds. */
  of: ReminderOf | null
  /** The id of the notification or the order. */
  id: string | null
}

interface Waiting {
  kind: string
  key: string
  input: TimerInput & { of?: ReminderOf }
  runAt: Date
  state: string
  subject: string | null
  reference: string | null
}

const WAITING = `
  SELECT j.kind, j.key, j.input, j.run_at AS "runAt", j.state, n.subject, o.reference FROM jobs j
  LEFT JOIN notifications n ON j.kind = 'notification_expiry' AND n.municipality_id = $1 AND n.id::text = j.key
  LEFT JOIN payment_orders o ON j.kind = 'payment_expiry' AND o.municipality_id = $1 AND o.id::text = j.key
  WHERE j.municipality_id = $1 AND j.case_id = $2 AND j.kind = ANY($3) ORDER BY j.run_at, j.id`

const KINDS = ['timer', 'notification_expiry', 'payment_expiry', 'reminder']

/** All that comes next in a case, what comes first before; what stands still at the end. */
export const comingIn = (municipalityId: string, caseId: string): Promise<Coming[]> =>
  inTown(municipalityId, async (trx) => {
    const caseFile = await caseAsItStands(trx, caseId)
    if (!caseFile) return []
    const calendar = await calendarOf(municipalityId)
    const waiting = await trx.rows<Waiting>(WAITING, [municipalityId, caseId, KINDS], 'coming')
    const asked = await citizensTasks(trx, caseId)
    const resolution = resolutionOf(caseFile, waiting, calendar)
    const rest = waiting
      .filter((one) => one !== resolution?.timer)
      .map((one) => comingOf(one, caseFile, asked))
    return [...(resolution ? [resolution.coming] : []), ...rest].sort(
      (a, b) => (a.at?.getTime() ?? Infinity) - (b.at?.getTime() ?? Infinity)
    )
  })

const citizensTasks = async (trx: TownTransaction, caseId: string): Promise<Map<string, Task>> => {
  const tasks = await trx.rows<Task>(
    `SELECT ${TASK_COLUMNS} FROM tasks WHERE municipality_id = $1 AND case_id = $2 AND state = 'open' AND role = 'citizen'`,
    [trx.municipalityId, caseId]
  )
  return new Map(tasks.map((task) => [task.key, task]))
}

/** The end of the term to resolve, and the timer of the process that tells it, where there is one. */
function resolutionOf(
  { state, dueOn, suspendedOn }: LockedCase,
  waiting: Waiting[],
  { timeZone }: Calendar
): { coming: Coming; timer: Waiting | undefined } | null {
  if (state === 'closed' || !dueOn) return null
  const timer = waiting.find(
    (one) => one.kind === 'timer' && one.input.suspends && one.input.lastDay === dueOn
  )
  const at = suspendedOn ? null : (timer?.runAt ?? new Date(startsOn(dayAfter(dueOn), timeZone)))
  return { coming: plain('resolution', { at, lastDay: dueOn, element: timer?.input.element ?? null }), timer }
}

function comingOf(waiting: Waiting, { workflow }: LockedCase, asked: Map<string, Task>): Coming {
  const { kind, key, input, runAt, state } = waiting
  const at = state === 'paused' ? null : runAt
  if (kind === 'notification_expiry') return plain('notification', { at, id: key, name: waiting.subject })
  if (kind === 'payment_expiry') return plain('payment', { at, id: key, name: waiting.reference })
  if (kind === 'reminder') return plain('reminder', { at, of: input.of ?? null, lastDay: input.lastDay })
  const task = asked.get(workflow.tokens[key]?.host ?? '')
  const { lastDay, term, from } = input
  const since = term?.unit === 'working_days' || term?.unit === 'hours' ? from : null
  if (task) return plain('answer', { at, lastDay, since, element: task.element, id: task.id })
  return plain('timer', { at, lastDay, since, element: input.element })
}

const plain = (kind: Coming['kind'], known: Partial<Coming>): Coming => ({
  ...{ kind, at: null, lastDay: null, since: null, element: null, name: null, of: null, id: null },
  ...known,
})
