import { appendAudit } from '#audit/actions/append_audit'
import type { AuditRow } from '#audit/types'
import { recordEvent } from '#cases/actions/record_event'
import { numberOfCase } from '#cases/queries/case_number'
import { lockedCase, type LockedCase } from '#cases/queries/locked_case'
import { townProcedure } from '#catalogue/queries/town_procedure'
import { digestOf } from '#core/digest'
import { enqueue, newJob } from '#core/jobs/enqueue'
import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { writeDocuments } from '#documents/actions/write_documents'
import { writingOf } from '#documents/queries/writing'
import type { Upload } from '#documents/types'
import { chance } from '#filings/chance'
import { planDocuments } from '#filings/domain/plan_documents'
import { planFilingEntry } from '#filings/domain/plan_filing_entry'
import { rowDigests } from '#filings/domain/row_digests'
import { signerOf } from '#filings/domain/signer'
import { attachUploads, forgetDrafts } from '#filings/registrar/write_batch'
import { onItsDay } from '#filings/registrar/on_its_day'
import { filingRows, idempotencyRows, type FilingRow } from '#filings/rows'
import { earlierAnswers } from '#filings/registrar/earlier_answers'
import type { Citizen } from '#identity/types'
import { recordEntries } from '#registry/actions/record_entries'
import { bookLanguage } from '#registry/domain/book_words'
import { bodyFor, unitsOf } from '#tenancy/queries/bodies_and_units'
import { calendarOf } from '#tenancy/queries/calendar'
import { insertRows } from '#tenancy/insert_rows'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

export interface FilingInCase {
  town: Town
  citizen: Citizen
  caseId: string
  /** The filing's id; of an answer that was drafted, the draft's. */
  id?: string
  /** Of the draft: asked again, it is answered the same. */
  bodyDigest?: string
  kind: Exclude<FilingRow['kind'], 'submission'>
  answers: Record<string, Json>
  uploads?: Upload[]
  at: Date
  moved?: boolean
}

/** What its line in the history of the case is called. */
const LINES = {
  correction: 'correction_filed',
  withdrawal: 'withdrawal_filed',
  addition: 'documents_added',
} as const

/**
 * Registers what somebody files in a case of theirs: an answer to a requirement, a withdrawal, further
 * documents. `act` moves the case, as of the instant that it is given: another than the first where the day
 * turned meanwhile. If it refuses, nothing is written. Locks: case, incoming book, audit.
 */
export const fileInCase = <Refusal>(
  filing: FilingInCase,
  act: Act<Refusal>
): Promise<Result<{ filingId: string }, Refusal | 'not_found'>> =>
  onItsDay(filing.at, (at) => fileOn({ ...filing, at }, act))

type Act<Refusal> = (
  trx: TownTransaction,
  caseFile: LockedCase,
  at: Date
) => Promise<Result<AuditRow[], Refusal>>

async function fileOn<Refusal>(
  filing: FilingInCase,
  act: Act<Refusal>
): Promise<Result<{ filingId: string }, Refusal | 'not_found'>> {
  const { town, citizen, kind, at, moved = false, uploads = [] } = filing
  const [calendar, units] = await Promise.all([calendarOf(town.id), unitsOf(town.id)])
  return inTown(town.id, async (trx) => {
    const caseFile = await lockedCase(trx, filing.caseId)
    if (!caseFile || caseFile.personId !== citizen.personId) return err('not_found' as const)
    if (await filedAlready(filing)) return ok({ filingId: filing.id as string })
    const acted = await act(trx, caseFile, at)
    if (!acted.ok) return acted
    const procedure = await townProcedure(town.id, caseFile.digest)
    const { language, applicant } = caseFile
    const [filingId, entryId] = [filing.id ?? chance.newId(), chance.newId()]
    const caseNumber = await numberOfCase(trx, caseFile)
    const answers = boundTo(caseNumber, filing)
    const instant = at.toISOString()
    const planned = planDocuments(
      {
        kind,
        procedure,
        language,
        caseId: caseFile.id,
        filingId,
        uploads,
        at,
        writing: writingOf(town, language),
      },
      chance
    )
    const entry = planFilingEntry(
      {
        town,
        unit: units.find(({ id }) => id === caseFile.unitId) ?? null,
        body: await bodyFor(town.id, procedure.sheet.body),
        ...{ procedure, kind, applicant, answers, uploads, language },
        subject: caseFile.subject,
        caseNumber,
        book: writingOf(town, bookLanguage(town)),
      },
      { id: entryId, filingId, caseId: caseFile.id },
      chance.newSalt()
    )
    const answer = { filingId, caseId: caseFile.id, entryId }
    if (filing.bodyDigest)
      await insertRows(trx, idempotencyRows, [
        { key: filingId, body_digest: filing.bodyDigest, answer, created_at: instant },
      ])
    const row: FilingRow = {
      id: filingId,
      slug: caseFile.slug,
      digest: caseFile.digest,
      kind,
      person_id: citizen.personId,
      case_id: caseFile.id,
      entry_id: entryId,
      language,
      answers,
      applicant,
      signer: signerOf(citizen),
      answers_digest: digestOf(answers),
      filed_at: instant,
    }
    await insertRows(trx, filingRows, [row])
    await writeDocuments(trx, planned.documents)
    await attachUploads(trx, planned.uploads)
    await forgetDrafts(trx, [filingId])
    await enqueue(trx, [
      newJob('after_submission', at, {
        name: caseFile.slug,
        case_id: caseFile.id,
        key: filingId,
        input: { filingId },
        max_attempts: 8,
      }),
    ])
    const [recorded] = await recordEntries(trx, { book: 'incoming', calendar, at, moved, entries: [entry] })
    const actor = { kind: 'person' as const, id: citizen.personId }
    const data = { number: recorded!.entryNumber, filing: filingId }
    await recordEvent(trx, { caseFile, at, actor }, { kind: LINES[kind], public: true, data })
    const audit: AuditRow = {
      actor,
      action: `filings.${kind}`,
      subject: { kind: 'filing', id: filingId },
      detail: {
        caseId: caseFile.id,
        entryId,
        method: citizen.method,
        level: citizen.level,
        rows: rowDigests(row, planned.documents),
      },
    }
    await appendAudit(trx, [audit, ...acted.value], moved ? at : undefined)
    return ok({ filingId })
  })
}

/**
 * What is frozen. A withdrawal or an addition may say nothing in words: with what it is and its case, the digest of
 * its answers is of that one, and not the same for all of them.
 */
const boundTo = (caseNumber: string, { kind, answers }: FilingInCase): Record<string, Json> =>
  kind === 'correction' ? answers : { ...answers, kind, case: caseNumber }

/** Whether this very draft was filed while the case was locked by somebody else, or before the answer got lost. */
async function filedAlready({ town, id, bodyDigest }: FilingInCase): Promise<boolean> {
  if (!id || !bodyDigest) return false
  const [earlier] = await earlierAnswers(town.id, [id])
  return earlier?.bodyDigest === bodyDigest
}
