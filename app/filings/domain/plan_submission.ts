import { planCase } from '#cases/actions/plan_case'
import type { CompiledProcedure } from '#catalogue/types'
import { digestOf } from '#core/digest'
import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import type { Calendar } from '#deadlines/index'
import { newVerificationCode } from '#documents/queries/verification_codes'
import type { DocumentRow } from '#documents/rows'
import type { Upload } from '#documents/types'
import { applicantOf, subjectOf } from '#filings/domain/applicant'
import type { Member } from '#filings/registrar/member'
import type { Draft } from '#filings/types'
import type { Citizen } from '#identity/types'
import { planEntry } from '#registry/domain/plan_entry'
import type { Body, Town, Unit } from '#tenancy/types'

export interface SubmissionInput {
  town: Town
  unit: Unit | null
  body: Body | null
  calendar: Calendar
  procedure: CompiledProcedure
  draft: Draft
  /** What passed validation, without what the form hides. */
  answers: Record<string, Json>
  uploads: Upload[]
  citizen: Citizen
  bodyDigest: string
  at: Date
  moved: boolean
}

const text = (procedure: CompiledProcedure, language: string, id: string): string => {
  const value = id
    .split('.')
    .reduce<any>((tree, key) => tree?.[key], procedure.texts[language] ?? procedure.texts.es)
  return typeof value === 'string' ? value : id
}

/**
 * Plans a filing in memory, with nothing locked: what is filed, its documents and codes, the case and its
 * first step, the entry without its number, the audit row.
 */
export function planSubmission(input: SubmissionInput): Member {
  const { town, unit, body, procedure, draft, answers, uploads, citizen, at } = input
  const form = procedure.forms[procedure.sheet.submissionForm]!
  const applicant = applicantOf(citizen, form, answers)
  const instant = at.toISOString()
  const [caseId, entryId] = [uuidv7(), uuidv7()]
  const title = text(procedure, draft.language, 'sheet.title')

  const document = (kind: string, type: string, name: string, more: Partial<DocumentRow>): DocumentRow => ({
    id: uuidv7(),
    case_id: caseId,
    filing_id: draft.id,
    kind,
    document_type: type,
    name,
    media_type: 'application/pdf',
    language: draft.language,
    origin: 'administration',
    code: null,
    size: null,
    sha256: null,
    template: null,
    facts: null,
    created_at: instant,
    ...more,
  })
  const issued = (['filing', 'receipt'] as const).map((template) =>
    document(
      template,
      procedure.templates[template]?.type ?? (template === 'filing' ? 'TD14' : 'TD09'),
      text(procedure, draft.language, `documents.${template}.title`),
      {
        template,
        code: newVerificationCode(at.getTime()),
      }
    )
  )
  const attachments = uploads.map((upload) => ({
    upload,
    row: document('attachment', 'TD99', upload.name, {
      media_type: upload.mediaType,
      origin: 'citizen',
      size: upload.size,
      sha256: upload.sha256,
    }),
  }))
  const plan = planCase({
    caseId,
    newId: uuidv7,
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
    calendar: input.calendar,
    unitId: unit?.id ?? null,
    language: draft.language,
    subject: subjectOf(form, answers),
    variables: { answers },
    actor: { kind: 'person', id: citizen.personId },
  })
  plan.jobs.push({
    id: uuidv7(),
    kind: 'after_submission',
    name: procedure.slug,
    case_id: caseId,
    key: draft.id,
    input: { filingId: draft.id },
    run_at: instant,
    max_attempts: 8,
    state: 'ready',
    created_at: instant,
  })
  return {
    key: draft.id,
    bodyDigest: input.bodyDigest,
    filing: {
      id: draft.id,
      slug: procedure.slug,
      digest: procedure.digest,
      kind: 'submission',
      person_id: citizen.personId,
      case_id: caseId,
      entry_id: entryId,
      language: draft.language,
      answers,
      applicant,
      answers_digest: digestOf(answers),
      filed_at: instant,
    },
    documents: [...issued, ...attachments.map(({ row }) => row)],
    uploads: attachments.map(({ upload, row }) => ({ id: upload.id, document_id: row.id })),
    case: plan,
    entry: planEntry(
      {
        heading: title,
        party: { identifier: applicant.identifier, name: applicant.name },
        representative: applicant.representative ?? null,
        sender: { name: applicant.name, directoryCode: null },
        addressee: {
          name: unit?.name.es ?? body?.name.es ?? town.name,
          directoryCode: unit?.directoryCode ?? town.directoryCode,
        },
        procedure: { slug: procedure.slug, title, sia: procedure.sheet.sia },
        documents: uploads.map(({ name, mediaType, size, sha256 }) => ({ name, mediaType, size, sha256 })),
        language: draft.language,
      },
      { id: entryId, filingId: draft.id, caseId }
    ),
    audit: [
      {
        actor: { kind: 'person', id: citizen.personId },
        action: 'filings.submitted',
        subject: { kind: 'filing', id: draft.id },
        detail: { caseId, entryId, method: citizen.method, level: citizen.level },
      },
    ],
    at,
    moved: input.moved,
  }
}
