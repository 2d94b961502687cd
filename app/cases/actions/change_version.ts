import { appendAudit } from '#audit/actions/append_audit'
import { endKeys } from '#cases/actions/end_keys'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { writeMove } from '#cases/actions/write_move'
import { type MoveAt, planMove } from '#cases/domain/migration/plan_move'
import { type Outcome, receiptRow } from '#cases/domain/migration/receipt_row'
import type { Move, Route, Stay } from '#cases/domain/migration/types'
import { doneBy } from '#cases/domain/migration/version_line'
import { undoOf } from '#cases/domain/migration/undo'
import { announceVersion } from '#cases/events'
import { caseIfFree, type LockedCase } from '#cases/queries/locked_case'
import { receiptOf } from '#cases/queries/receipts'
import { isWorkedOn, waitsOfCase } from '#cases/queries/waits_of_case'
import { receiptRows } from '#cases/rows'
import type { Actor } from '#cases/types'
import { digestOf } from '#core/digest'
import { uuidv7 } from '#core/ids'
import type { Moment } from '#core/jobs/types'
import { calendarsOf } from '#tenancy/queries/calendar'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface VersionChange extends Moment {
  route: Route
  runId: string
  actor: Actor
  reviewed: boolean
}

/** `busy`: somebody has it just now; `done`: this run has been there. */
export type VersionOutcome = 'moved' | 'restored' | 'stays' | 'busy' | 'done'

/**
 * Moves one case to another version of its procedure, in a transaction of its own: the case keeps its tasks, terms and
 * subscriptions, and goes by the sheet it began under. What can't move stays; either way it has a receipt and an audit row.
 */
export async function changeVersion(
  trx: TownTransaction,
  caseId: string,
  given: VersionChange
): Promise<VersionOutcome> {
  const free = await caseIfFree(trx, caseId)
  if (!free) return 'busy'
  if (await receiptOf(trx, given.runId, caseId)) return 'done'
  if (await isWorkedOn(trx, caseId)) return 'busy'
  const caseFile = (await caseAsOf(trx, caseId, given.at)) as LockedCase
  const { route, at, reviewed } = given
  if (caseFile.state === 'closed')
    return stay(trx, caseFile, given, [{ code: 'closed', element: '', detail: '' }])
  if (caseFile.digest !== route.from.digest)
    return stay(trx, caseFile, given, [{ code: 'other_version', element: '', detail: '' }])
  const calendar = (await calendarsOf(trx.municipalityId)).at(caseFile.seats)
  const how: MoveAt = { at, calendar, reviewed }
  const planned = planMove(caseFile, route, how)
  return planned.ok ? move(trx, caseFile, given, planned.value) : stay(trx, caseFile, given, planned.error)
}

async function move(
  trx: TownTransaction,
  caseFile: LockedCase,
  given: VersionChange,
  planned: Move
): Promise<'moved'> {
  const { at, route } = given
  const waits = await waitsOfCase(trx, caseFile.id)
  const gone = Object.keys(caseFile.workflow.tokens).filter((key) => !(key in planned.state.tokens))
  await endKeys(trx, caseFile.id, gone, at)
  await writeMove(trx, { caseFile, waits, planned, ...given })
  await announceVersion(trx, { caseFile, from: route.from.digest, to: route.to, asked: planned.asked, at })
  await scheduleReminders(trx, { ...caseFile, digest: route.to.digest }, { at })
  await receipt(trx, caseFile, given, {
    outcome: 'moved',
    law: planned.law,
    moved: {
      ...{ class: planned.class, workflow: digestOf(planned.state), kept: planned.kept },
      ...doneBy({ caseFile, waits, planned, route }),
    },
    undo: undoOf(caseFile, waits, route),
  })
  return 'moved'
}

async function stay(
  trx: TownTransaction,
  caseFile: LockedCase,
  given: VersionChange,
  faults: Stay[]
): Promise<'stays'> {
  await receipt(trx, caseFile, given, { outcome: 'stays', law: caseFile.law, faults })
  return 'stays'
}

/** What became of the case, kept with the digest of its plan; the audit trail keeps the digest of the row. */
export async function receipt(
  trx: TownTransaction,
  caseFile: LockedCase,
  { route, runId, actor, at, moved }: VersionChange,
  what: Outcome
): Promise<void> {
  const row = receiptRow({ id: uuidv7(), caseId: caseFile.id, runId, route, at }, what)
  await insertRows(trx, receiptRows, [row])
  const detail = {
    ...{ case: caseFile.id, run: runId, plan: route.digest, outcome: what.outcome },
    ...{ from: row.from_digest, to: row.to_digest, faults: row.faults.map(({ code }) => code) },
    row: rowDigest(receiptRows, row),
  }
  const subject = { kind: 'case_migrations', id: row.id }
  await appendAudit(trx, [{ actor, action: 'cases.migrated', subject, detail }], moved ? at : undefined)
}
