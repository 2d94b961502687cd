import { writeConsequences } from '#cases/actions/write_consequences'
import { recordEvent } from '#cases/actions/record_event'
import { type GivingUp, endCall, escalateCalls, giveUpCalls } from '#cases/actions/end_call'
import { type Dropped, endKeys, endTasks } from '#cases/actions/end_keys'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { consequencesOf } from '#cases/domain/consequences'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { type LockedCase, lockedCase } from '#cases/queries/locked_case'
import type { Actor } from '#cases/types'
import type { CompiledProcedure } from '#catalogue/types'
import { handled } from '#core/handled'
import { uuidv7After } from '#core/ids'
import { type Event, type State, type Token, advance } from '#engine/index'
import { withdrawOrder } from '#payments/actions/withdraw_order'
import { withdrawRequest } from '#signatures/actions/withdraw_request'
import { calendarsOf } from '#tenancy/queries/calendar'
import type { TownTransaction } from '#tenancy/town_transaction'

/** What happened to a case, without its time: that comes with the call. */
export type CaseEvent = Without<Event, 'at' | 'timeZone'>

type Without<Union, Key extends PropertyKey> = Union extends unknown ? Omit<Union, Key> : never

/** What is taken back of whoever was asked, once the process no longer waits for the answer. */
const TAKEN_BACK: Record<
  string,
  (trx: TownTransaction, id: string, of: { caseId: string; at: Date }) => Promise<void>
> = {
  signature_ended: (trx, requestId, of) => withdrawRequest(trx, { requestId, ...of }),
  payment_ended: (trx, orderId, of) => withdrawOrder(trx, { orderId, ...of }),
}

const MOVE = `
  UPDATE case_files SET workflow = $3, phase = $4, outcome = $5, updated_at = $6,
    state = CASE WHEN $7 THEN 'closed' ELSE state END, closed_at = CASE WHEN $7 THEN $6::timestamptz ELSE closed_at END
  WHERE municipality_id = $1 AND id = $2
  RETURNING (SELECT e.id FROM case_events e WHERE e.municipality_id = $1 AND e.case_id = $2 ORDER BY e.id DESC LIMIT 1) AS last`

/**
 * Moves a case by one event, in the transaction that brings it: locks the case, steps the engine, writes
 * the new state and what follows from it. A late or repeated event changes nothing and answers false. With a `reason`, what
 * it had called and gives up is told who gave it up and why.
 */
export async function advanceCase(
  trx: TownTransaction,
  caseId: string,
  event: CaseEvent,
  { at, actor, reason }: { at: Date; actor: Actor; reason?: string }
): Promise<boolean> {
  const row = await lockedCase(trx, caseId)
  if (!row) return false
  const procedure = await frozenProcedure(row.digest)
  const calendar = (await calendarsOf(trx.municipalityId)).at(row.seats)
  const happened = { ...event, at: at.toISOString(), timeZone: calendar.timeZone } as Event
  const { state, commands } = advance(procedure.graph, row.workflow, happened)
  // one that orders nothing is a step all the same: the first of several answers, a variable corrected
  if (state === row.workflow) return false
  const ended = gone(row.workflow, state)
  const end = ended.every((key) => isTask(row.workflow.tokens[key])) ? endTasks : endKeys
  const [[moved], dropped] = await Promise.all([
    trx.rows<{ last: string | null }>(
      MOVE,
      [
        trx.municipalityId,
        caseId,
        JSON.stringify(state),
        state.phase,
        state.outcome,
        happened.at,
        state.status === 'ended',
      ],
      'move_case'
    ),
    end(trx, caseId, ended, at),
  ])
  // History is read in the order of its ids: another process may have had a faster clock, and an event of the law its own date.
  let last = moved?.last ?? null
  const consequences = consequencesOf(commands, {
    caseId,
    event: happened,
    state,
    actor,
    calendar,
    newId: () => (last = uuidv7After(last)),
    countsFrom: happened.at,
    pauses: row.pauses,
    urgent: row.law?.urgent !== undefined,
  })
  const { escalated } = consequences
  const step = {
    caseFile: row,
    event,
    state,
    ended,
    dropped,
    escalated,
    at,
    by: reason === undefined ? null : { actor, reason },
  }
  const written = handled(writeConsequences(trx, [consequences]))
  await followUp(trx, procedure, step)
  // without any in its version none can be waiting: what another had ordered went with the change of version
  if (procedure.sheet.reminders?.length) await scheduleReminders(trx, row, { at, calendar })
  await written
  return true
}

/** What a step has done to a case. */
interface Step {
  caseFile: LockedCase
  event: CaseEvent
  state: State
  /** The keys that are gone, and what listened there. */
  ended: string[]
  dropped: Dropped[]
  /** What it let those above know, and nobody in it heard. */
  escalated: string[]
  at: Date
  /** Where somebody moved it by hand; else its process went on by itself. */
  by: GivingUp | null
}

/** What others were asked is taken back, answers that nobody gave are told of, and calls end. */
async function followUp(trx: TownTransaction, { graph }: CompiledProcedure, step: Step): Promise<void> {
  const { caseFile, event, state, ended, dropped, escalated, at, by } = step
  const heard = event.type === 'message' ? event.correlation : undefined
  for (const { message, correlation } of dropped)
    if (correlation !== heard) await TAKEN_BACK[message]?.(trx, correlation, { caseId: caseFile.id, at })
  const stood = (waits: Token['waits']) =>
    ended.filter((key) => caseFile.workflow.tokens[key]?.waits === waits)
  if (event.type === 'trigger')
    for (const { element } of stood('task').map((key) => caseFile.workflow.tokens[key]!))
      if (graph.nodes[element]?.role === 'citizen')
        await recordEvent(trx, { caseFile, at }, { kind: 'answer_expired', public: true, data: { element } })
  await giveUpCalls(trx, caseFile.id, stood('call'), at, by)
  // What somebody filed was called by nobody.
  if (caseFile.filingId !== null) return
  await escalateCalls(trx, caseFile.id, escalated, at)
  if (state.status === 'ended') await endCall(trx, { id: caseFile.id, workflow: state }, at)
}

/** The keys that stood before the step and do not stand after it, or have had what they waited for: nothing may wait on them any more. */
const gone = (before: State, after: State): string[] =>
  Object.keys(before.tokens).filter((key) => !after.tokens[key] || after.tokens[key].brought !== undefined)

const isTask = (token: Token | undefined) => token?.waits === 'task' && !token.incident
