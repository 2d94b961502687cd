import { announceVersion } from '#cases/events'
import { endKeys } from '#cases/actions/end_keys'
import { receipt, type VersionChange, type VersionOutcome } from '#cases/actions/change_version'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { dueOn } from '#cases/domain/due_on'
import { whyNotBack } from '#cases/domain/migration/why_not_back'
import { countedNow, standsOn, stateBefore, type Undo } from '#cases/domain/migration/undo'
import { lawOfCase } from '#cases/queries/law_of_case'
import { caseIfFree, type LockedCase } from '#cases/queries/locked_case'
import { lastMove, receiptOf } from '#cases/queries/receipts'
import { tellMovedDays } from '#cases/actions/write_move'
import { type Done, leftBetween } from '#cases/domain/migration/done_by_move'
import { movedDays } from '#cases/domain/migration/moved_days'
import type { Waits } from '#cases/domain/migration/waits'
import { isWorkedOn, waitsOfCase } from '#cases/queries/waits_of_case'
import { subscriptionRows } from '#cases/rows'
import { enqueue } from '#core/jobs/enqueue'
import { calendarsOf } from '#tenancy/queries/calendar'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * Puts a case back on the version that it came from, as it stood there, as long as nothing has happened in it since: what a
 * person or an office has done by the new version is not undone. Else it stays, and its receipt says why.
 */
export async function restoreVersion(
  trx: TownTransaction,
  caseId: string,
  given: VersionChange
): Promise<VersionOutcome> {
  const { runId, route, at } = given
  if (!(await caseIfFree(trx, caseId))) return 'busy'
  if (await receiptOf(trx, runId, caseId)) return 'done'
  if (await isWorkedOn(trx, caseId)) return 'busy'
  const caseFile = (await caseAsOf(trx, caseId, at)) as LockedCase
  const last = await lastMove(trx, caseId)
  const why = whyNotBack(caseFile, last, given.route)
  if (why) {
    const faults = [{ code: why, element: '', detail: '' }]
    await receipt(trx, caseFile, given, { outcome: 'stays', law: caseFile.law, faults })
    return 'stays'
  }
  const undo = last!.undo as Undo
  const done = await putBack(trx, caseFile, undo, given)
  await announceVersion(trx, { caseFile, from: route.to.digest, to: route.from, asked: [], at })
  await scheduleReminders(trx, { ...caseFile, digest: route.from.digest }, { at })
  await receipt(trx, caseFile, given, { outcome: 'restored', law: undo.law, moved: done })
  return 'restored'
}

const BACK = `
UPDATE case_files SET digest = $3, law = $4, workflow = $5, phase = $6, due_on = $7, updated_at = $8
WHERE municipality_id = $1 AND id = $2`

async function putBack(
  trx: TownTransaction,
  caseFile: LockedCase,
  undo: Undo,
  { route, at, actor }: VersionChange
): Promise<Done> {
  const of = [trx.municipalityId, caseFile.id]
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const state = stateBefore(caseFile.workflow, undo, route)
  const { timers: stood } = await waitsOfCase(trx, caseFile.id)
  const timers = undo.timers.map((timer) => countedNow(timer, caseFile, calendar))
  const begun = Object.keys(caseFile.workflow.tokens).filter((key) => !(key in state.tokens))
  await endKeys(trx, caseFile.id, begun, at)
  const law = await lawOfCase({ digest: route.from.digest, law: undo.law })
  const counts = caseFile.dueOn !== null && caseFile.silenceOn === null
  const { countsFrom, pauses, extension } = caseFile
  const due = counts
    ? dueOn({ term: law.sheet.term, countsFrom, pauses, extension }, calendar)
    : caseFile.dueOn
  await trx.rows(
    BACK,
    [
      ...[...of, route.from.digest, undo.law && JSON.stringify(undo.law), JSON.stringify(state)],
      ...[state.phase, due, at.toISOString()],
    ],
    'restore_version'
  )
  await trx.rows(
    `DELETE FROM jobs WHERE municipality_id = $1 AND case_id = $2 AND kind IN ('timer', 'activity', 'call', 'message_delivery')`,
    of
  )
  await trx.rows(`DELETE FROM subscriptions WHERE municipality_id = $1 AND case_id = $2`, of)
  await enqueue(trx, [...undo.activities, ...timers])
  await insertRows(trx, subscriptionRows, undo.subscriptions)
  for (const { key, element, form, role, dueOn: day, initialAnswers } of undo.tasks)
    await trx.rows(
      `UPDATE tasks SET element = $4, form = $5, role = $6, due_on = $7, initial_answers = $8, state = 'open', closed_at = NULL, closed_by = NULL
       WHERE municipality_id = $1 AND case_id = $2 AND key = $3 AND state <> 'done'`,
      [...of, key, element, form, role, day, initialAnswers && JSON.stringify(initialAnswers)]
    )
  await trx.rows(
    `UPDATE incidents SET state = 'open', resolved_at = NULL, resolved_by = NULL
     WHERE municipality_id = $1 AND case_id = $2 AND key = ANY($3) AND job_id IS NULL`,
    [...of, undo.incidents]
  )
  const done: Done = {
    left: leftBetween(caseFile.workflow, state, stood),
    begun: leftBetween(state, caseFile.workflow, []).map(({ element }) => element),
    asked: [],
  }
  const data = {
    ...{ from: route.to.digest, to: route.from.digest, plan: route.digest, stands: standsOn(state) },
    ...{ again: [], back: true, ...done },
  }
  await recordEvent(trx, { caseFile, at, actor }, { kind: 'version_changed', public: false, data })
  const moved = movedDays(stood, timers as unknown as Waits['timers'])
  await tellMovedDays(trx, { caseFile, at, actor }, { dueOn: due, timers: moved })
  return done
}
