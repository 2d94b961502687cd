import { planCase } from '#cases/domain/plan_case'
import type { CompiledProcedure } from '#catalogue/types'
import { digestOf } from '#core/digest'
import { jobRow } from '#core/jobs/job_row'
import type { Json } from '#core/json'
import type { Writing } from '#documents/queries/writing'
import type { Upload } from '#documents/types'
import type { Chance } from '#filings/chance'
import { applicantOf, subjectOf } from '#filings/domain/applicant'
import { actorOf, holderOf } from '#filings/domain/holder'
import { planDocuments } from '#filings/domain/plan_documents'
import { planFilingEntry } from '#filings/domain/plan_filing_entry'
import { signerOf } from '#filings/domain/signer'
import type { Member } from '#filings/registrar/member'
import { rowDigests } from '#filings/domain/row_digests'
import type { FilingRow } from '#filings/rows'
import type { Draft, Filer } from '#filings/types'
import type { TownCalendars } from '#tenancy/domain/town_calendars'
import type { Body, Town, Unit } from '#tenancy/types'

export interface SubmissionInput {
  town: Town
  unit: Unit | null
  body: Body | null
  calendars: TownCalendars
  /** Where it is dealt with, if that is elsewhere than at the electronic office. */
  seats: string[]
  procedure: CompiledProcedure
  draft: Draft
  /** What passed validation, without what the form hides. */
  answers: Record<string, Json>
  /** What its process begins with. */
  variables: Record<string, Json>
  uploads: Upload[]
  filer: Filer
  bodyDigest: string
  /** How the town writes in the language of the case. */
  writing: Writing
  /** How the town's books are written. */
  book: Writing
  at: Date
  moved: boolean
}

/**
 * Plans a filing in memory, with nothing locked: what is filed, its documents and codes, the case and its
 * first step, the entry without its number, the audit row.
 */
export function planSubmission(input: SubmissionInput, chance: Chance): Member {
  const { town, unit, body, procedure, draft, answers, uploads, filer, writing, at } = input
  const { citizen } = filer
  const [{ personId, codeDigest }, actor] = [holderOf(filer), actorOf(filer)]
  const { language } = writing
  const form = procedure.forms[procedure.sheet.submissionForm]!
  const applicant = applicantOf(citizen, form, answers)
  const instant = at.toISOString()
  const [caseId, entryId] = [chance.newId(), chance.newId()]
  const subject = subjectOf(form, answers)

  const planned = planDocuments(
    {
      ...{ kind: 'submission', procedure, language, caseId, uploads, at, writing },
      filingId: draft.id,
    },
    chance
  )
  const plan = planCase({
    caseId,
    newId: () => chance.risingId(at.getTime()),
    procedure: {
      slug: procedure.slug,
      digest: procedure.digest,
      graph: procedure.graph,
      term: procedure.sheet.term,
    },
    applicant,
    filingId: draft.id,
    entryId,
    at,
    calendar: input.calendars.office,
    seats: input.seats,
    termsBy: input.calendars.at(input.seats),
    unitId: unit?.id ?? null,
    language,
    subject,
    variables: input.variables,
    actor,
  })
  plan.jobs.push(
    jobRow(chance.newId(), 'after_submission', at, {
      name: procedure.slug,
      case_id: caseId,
      key: draft.id,
      input: { filingId: draft.id },
      max_attempts: 8,
    })
  )
  const filing: FilingRow = {
    id: draft.id,
    slug: procedure.slug,
    digest: procedure.digest,
    kind: 'submission',
    person_id: personId,
    case_id: caseId,
    entry_id: entryId,
    language,
    answers,
    applicant,
    signer: citizen && signerOf(citizen),
    answers_digest: digestOf(answers),
    filed_at: instant,
  }
  const followUp = codeDigest ? { filing_id: draft.id, case_id: caseId, code_digest: codeDigest } : null
  return {
    key: draft.id,
    bodyDigest: input.bodyDigest,
    filing,
    followUp,
    ...planned,
    case: plan,
    entry: planFilingEntry(
      {
        ...{ town, unit, body, procedure, applicant, answers, uploads, subject, language },
        ...{ kind: 'submission', caseNumber: null, book: input.book },
      },
      { id: entryId, filingId: draft.id, caseId },
      chance.newSalt()
    ),
    audit: [
      {
        actor,
        action: 'filings.submitted',
        subject: { kind: 'filing', id: draft.id },
        detail: {
          caseId,
          entryId,
          ...(citizen && { method: citizen.method, level: citizen.level }),
          subject,
          dueOn: plan.caseFile.due_on,
          ...(input.seats.length > 0 && { seats: input.seats }),
          ...(procedure.valuesDigest && { values: procedure.valuesDigest }),
          rows: rowDigests(filing, planned.documents, followUp),
        },
      },
    ],
    at,
    moved: input.moved,
  }
}
