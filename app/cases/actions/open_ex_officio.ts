import { type AuditRow, SYSTEM } from '#audit/types'
import { endCall, escalateCalls } from '#cases/actions/end_call'
import { recordEvent } from '#cases/actions/record_event'
import { scheduleReminders } from '#cases/actions/schedule_reminders'
import { writeCases } from '#cases/actions/write_cases'
import { openingNumber } from '#cases/domain/opening_number'
import { planCase } from '#cases/domain/plan_case'
import { MOST_IN_TURN, openedInTurn } from '#cases/queries/opened_in_turn'
import { openingRows } from '#cases/rows'
import type { CaseApplicant, OpeningRow } from '#cases/types'
import { townOn } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { risingUuidv7, uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { localDate } from '#cases/domain/local_date'
import { insertRows } from '#tenancy/insert_rows'
import { seatsOfUnit, unitFor } from '#tenancy/queries/bodies_and_units'
import { calendarsOf } from '#tenancy/queries/calendar'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface Opening {
  procedure: CompiledProcedure
  cause: OpeningRow['cause']
  /** What opens it: the same opens one case only. */
  key: string
  /** The message that it begins by. */
  message?: string
  /** What that message, or the signal, is called. */
  name?: string
  /** The case that asked for it, and the key of its call. */
  parent?: { id: string; key: string }
  /** The case whose doing it is, of what is no call: who sent the message, or threw the signal. */
  origin?: string
  /** Whom it is about; nobody, where the town begins it by itself. */
  applicant?: CaseApplicant
  subject: string
  language: string
  variables: Record<string, Json>
  /** The start event that it begins at. */
  element?: string
  at: Date
}

const NOBODY: CaseApplicant = { personId: null, identifier: null, name: null }

const COUNT = `
  INSERT INTO opening_counters (municipality_id, year, last) VALUES ($1, $2, 1)
  ON CONFLICT (municipality_id, year) DO UPDATE SET last = opening_counters.last + 1 RETURNING last::int AS last`

/**
 * Opens a case that nobody files: ex officio (Law 39/2015, art. 58), by a version that the town offers. It has a number of
 * its own and no entry in the register, for nothing was handed in (art. 16.1). The audit rows are the caller's to write, last.
 */
export async function openExOfficio(
  trx: TownTransaction,
  opening: Opening
): Promise<{ caseId: string; number: string; audit: AuditRow[] }> {
  const { procedure, cause, key, parent, applicant = NOBODY, subject, language, at } = opening
  const origin = parent?.id ?? opening.origin
  if (origin && (await openedInTurn(trx, origin)) >= MOST_IN_TURN)
    throw new Error(
      `${MOST_IN_TURN} cases have opened one another in turn: "${procedure.slug}" would not end`
    )
  const calendars = await calendarsOf(trx.municipalityId)
  const calendar = calendars.at([])
  const day = localDate(at, calendar.timeZone)
  const year = Number(day.slice(0, 4))
  const unit = await unitFor(trx.municipalityId, procedure.sheet.unit)
  const seats = await seatsOfUnit(trx.municipalityId, unit)
  const caseId = uuidv7()
  const plan = planCase({
    ...{ caseId, applicant, subject, language, at, calendar, filingId: null, entryId: null },
    newId: () => risingUuidv7(at.getTime()),
    procedure: {
      slug: procedure.slug,
      digest: procedure.digest,
      graph: procedure.graph,
      term: procedure.sheet.term,
    },
    ...{ seats, termsBy: calendars.at(seats) },
    unitId: unit?.id ?? null,
    variables: { ...townOn(procedure, day), ...opening.variables },
    ...(opening.element !== undefined && { element: opening.element }),
    actor: SYSTEM,
  })
  const [counted] = await trx.rows<{ last: number }>(COUNT, [trx.municipalityId, year], 'count_opening')
  const number = openingNumber(year, counted!.last)
  const row: OpeningRow = {
    ...{ case_id: caseId, number, cause, key, opened_at: at.toISOString() },
    ...{ parent_id: parent?.id ?? null, parent_key: parent?.key ?? null },
  }
  await writeCases(trx, [plan])
  await insertRows(trx, openingRows, [row])
  const { message, name } = opening
  const data = {
    ...{ number, cause, ...(parent && { parent: parent.id }), ...(message && { message }) },
    ...(name && { name }),
    ...(opening.origin && { from: opening.origin }),
  }
  await recordEvent(trx, { caseFile: { id: caseId }, at }, { kind: 'opened_ex_officio', public: true, data })
  await trx.rows(`SELECT index_case($1, $2)`, [caseId, wordsOf(number, subject, applicant)])
  await scheduleReminders(trx, { id: caseId, digest: procedure.digest, seats }, { at })
  await escalateCalls(trx, caseId, plan.escalated, at)
  if (plan.caseFile.state === 'closed') await endCall(trx, plan.caseFile, at)
  const { due_on: dueOn } = plan.caseFile
  const detail = {
    number,
    cause,
    parent: parent?.id ?? null,
    subject,
    dueOn,
    row: rowDigest(openingRows, row),
  }
  const { slug, digest } = procedure
  return {
    caseId,
    number,
    audit: [
      {
        actor: SYSTEM,
        action: 'cases.opened_ex_officio',
        subject: { kind: 'case_files', id: caseId },
        detail: {
          ...detail,
          procedure: slug,
          digest,
          applicant,
          language,
          ...(seats.length > 0 && { seats }),
        },
      },
    ],
  }
}

const wordsOf = (number: string, subject: string, { identifier, name, representative }: CaseApplicant) =>
  [number, subject, identifier, name, representative?.identifier, representative?.name]
    .filter(Boolean)
    .join(' ')
    .slice(0, 20_000)
