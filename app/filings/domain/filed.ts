import { answerText, answersParts } from '#cases/queries/answers_parts'
import { documentContext } from '#cases/domain/document_context'
import { textOf } from '#catalogue/queries/texts'
import { templateTypes } from '#catalogue/queries/template_types'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import { copySheet, receiptSheet, renderTemplate, withSignature, type AnswersPart } from '#documents/index'
import type { Writing } from '#documents/queries/writing'
import { actOf, type FiledIn } from '#filings/domain/act'
import { addresseeOf } from '#filings/domain/addressee'
import { SAID } from '#filings/domain/said'
import type { FilingRow } from '#filings/rows'
import type { Applicant, Signer } from '#filings/types'
import type { Answers, Voice } from '#forms/index'
import type { Body, Language, Town, Unit } from '#tenancy/types'

/** A filing after its entry: all that its receipt and its authenticated copy say. */
export interface Filed {
  town: Town
  unit: Unit | null
  body: Body | null
  procedure: CompiledProcedure
  language: string
  applicant: Applicant
  signer: Signer | null
  answers: Answers
  subject: string
  /** Null of what opens a case: its own number is that of the case. */
  inCase: FiledIn | null
  entry: { number: string; recordedAt: string; effectiveAt: string }
  /** SHA-256 of the answers, as RFC 8785 writes them. */
  answersDigest: string
  attachments: { name: string; size: number; sha256: string }[]
  /** The names of files that the answers hold ids of; a receipt repeats no answers and needs none. */
  files?: Voice['files']
  at: string
  kind: FilingRow['kind']
  /** What the town had filled in then (`town`), where the procedure leaves anything open to it. */
  values?: { town?: Json }
  /** What it came to when it was filed; null where it costs nothing. */
  fee?: Json
  /** The form that the answers are of; null where somebody just wrote (a withdrawal, added documents). */
  form: string | null
}

/** Of its receipt a procedure gives the notes and what it came to: the other facts are the law's, and stand there already. */
const NOTES = new Set(['heading', 'paragraph', 'list', 'fee'])

function renderOwn(filed: Filed, id: string, writing: Writing, kinds?: Set<string>) {
  const own = filed.kind === 'submission' ? filed.procedure.templates[id] : undefined
  if (!own) return null
  const template = kinds ? { ...own, blocks: own.blocks.filter(({ kind }) => kinds.has(kind)) } : own
  const { procedure, language, answers, attachments, at } = filed
  return renderTemplate(template, contextOf(filed, writing), {
    ...writing,
    text: (text) => textOf(procedure.texts, language, text),
    answers: (formId) => answersParts(procedure, formId, answers, writing, filed.files),
    answer: (form, field, value) => answerText(procedure, { form, field }, value, writing),
    attachments,
    entity: councilOf(filed),
    now: at,
    types: templateTypes(procedure),
  })
}

const contextOf = (filed: Filed, writing: Writing) =>
  documentContext({
    ...filed,
    applicant: { ...filed.applicant, name: nameOf(filed, writing) },
    variables: { answers: filed.answers, ...filed.values, fee: filed.fee ?? null },
    at: new Date(filed.at),
  })

const nameOf = ({ applicant }: Filed, { translate }: Writing) =>
  applicant.name ?? translate('cases.anonymous')

const councilOf = ({ town, language }: Filed) => town.settings.council?.[language as Language] ?? town.name

/** What the receipt and the copy say alike. */
const partiesOf = (filed: Filed, writing: Writing) => ({
  interested: { name: nameOf(filed, writing), identifier: filed.applicant.identifier ?? '' },
  representative: filed.applicant.representative ?? null,
  procedure: textOf(filed.procedure.texts, filed.language, 'sheet.title'),
  caseNumber: filed.inCase?.number ?? null,
  summary: filed.subject,
})

/** The receipt (Law 39/2015, art. 16.3) as a sheet, with what the procedure adds to that of its submissions. */
export function receiptOf(filed: Filed, writing: Writing) {
  const { town, language, entry, attachments } = filed
  return receiptSheet(
    {
      ...partiesOf(filed, writing),
      entity: councilOf(filed),
      office: town.settings.officeName?.[language as Language] ?? null,
      kind: 'incoming',
      filed: filed.kind,
      entryNumber: entry.number,
      recordedAt: entry.recordedAt,
      effectiveAt: entry.effectiveAt,
      answersDigest: filed.answersDigest,
      unit: addresseeOf(filed, language),
      attachments,
    },
    writing,
    renderOwn(filed, 'receipt', writing, NOTES)?.blocks ?? []
  )
}

/**
 * The authenticated copy of what was filed (Law 39/2015, art. 16.3): as the procedure writes it for its
 * submissions, else as the house does; in both, whom it is addressed to and who signed it (art. 66.1.e and f).
 */
export const copyOf = (filed: Filed, writing: Writing) =>
  withSignature(
    renderOwn(filed, 'filing', writing) ?? houseCopy(filed, writing),
    {
      addressee: {
        name: addresseeOf(filed, filed.language),
        directoryCode: filed.unit?.directoryCode ?? filed.town.directoryCode,
      },
      signer: filed.signer && {
        ...filed.signer,
        method: writing.translate(`identity.drivers.${filed.signer.method}.name`),
      },
      anonymous: filed.applicant.name === null,
      signedAt: filed.entry.recordedAt,
    },
    writing
  )

const houseCopy = (filed: Filed, writing: Writing) =>
  copySheet(
    {
      ...partiesOf(filed, writing),
      entity: councilOf(filed),
      kind: filed.kind,
      act: filed.inCase && actOf(filed.kind, nameOf(filed, writing), filed.inCase, writing),
      entryNumber: filed.entry.number,
      recordedAt: filed.entry.recordedAt,
      parts: partsOf(filed, writing),
      attachments: filed.attachments,
    },
    writing
  )

function partsOf({ procedure, kind, form, answers, files }: Filed, writing: Writing): AnswersPart[] {
  if (form) return answersParts(procedure, form, answers, writing, files)
  const label = writing.translate('documents.copy.said')
  const said = kind === 'withdrawal' || kind === 'addition' ? [answers[SAID[kind]]] : Object.values(answers)
  const facts = said.flatMap((value) => (typeof value === 'string' ? [{ label, value }] : []))
  return facts.length > 0 ? [{ title: null, facts }] : []
}
