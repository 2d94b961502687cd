import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import { receiptSheet, renderTemplate, type DocumentContext } from '#documents/index'
import type { Writing } from '#documents/queries/writing'
import type { Applicant } from '#filings/types'
import { summary, type Answers } from '#forms/index'
import type { Body, Language, Town, Unit } from '#tenancy/types'

/** A filing after its entry: all that its receipt and its authenticated copy say. */
export interface Filed {
  town: Town
  unit: Unit | null
  body: Body | null
  procedure: CompiledProcedure
  language: string
  applicant: Applicant
  answers: Answers
  subject: string
  entry: { number: string; recordedAt: string; effectiveAt: string }
  attachments: { name: string; size: number; sha256: string }[]
  at: string
}

function contextOf({
  town,
  unit,
  body,
  procedure,
  language,
  applicant,
  answers,
  subject,
  entry,
  at,
}: Filed): DocumentContext {
  const lang = language as Language
  return {
    town: {
      name: town.name,
      officeName: town.settings.officeName?.[lang] ?? town.name,
      council: town.settings.council?.[lang] ?? town.name,
    },
    body: { name: body?.name[lang] ?? '', holder: body?.holder ?? '' },
    case: { number: entry.number, unit: unit?.name[lang] ?? '', subject },
    entry,
    applicant: {
      identifier: applicant.identifier,
      name: applicant.name,
      email: applicant.email ?? null,
      phone: applicant.phone ?? null,
    },
    representative: applicant.representative ?? null,
    answers,
    variables: { answers },
    sheet: { slug: procedure.slug, title: textOf(procedure.texts, language, 'sheet.title') },
    today: at.slice(0, 10),
    document: {},
  }
}

/** Of its receipt a procedure gives the notes: the facts are the law's, and stand there already. */
const NOTES = new Set(['heading', 'paragraph', 'list'])

function renderOwn(filed: Filed, id: string, writing: Writing, kinds?: Set<string>) {
  const own = filed.procedure.templates[id]
  if (!own) return null
  const template = kinds ? { ...own, blocks: own.blocks.filter(({ kind }) => kinds.has(kind)) } : own
  const { procedure, language, answers, attachments, town, at } = filed
  const texts = (text: string) => textOf(procedure.texts, language, text)
  return renderTemplate(template, contextOf(filed), {
    ...writing,
    text: texts,
    answers: (formId) => answersParts(filed, formId, answers, writing),
    attachments,
    entity: town.settings.council?.[language as Language] ?? town.name,
    now: at,
  })
}

/** The answers of a form as read: one part a page, with its title. */
function answersParts({ procedure, language }: Filed, formId: string, answers: Answers, writing: Writing) {
  const form = procedure.forms[formId]
  if (!form) return []
  const lookup = (id: string) => {
    const text = textOf(procedure.texts, language, id)
    return text === id ? undefined : text
  }
  const rows = summary(form, answers, { lang: language, texts: lookup, t: writing.translate })
  return form.pages
    .map(({ id }) => ({
      title: lookup(`forms.${formId}.pages.${id}.title`) ?? null,
      facts: rows
        .filter((row) => row.page === id)
        .map(({ label, lines }) => ({ label, value: lines.join('\n') })),
    }))
    .filter(({ facts }) => facts.length > 0)
}

/** The receipt (Law 39/2015, art. 16.3) as a sheet, with what the procedure adds to it. */
export function receiptOf(filed: Filed, writing: Writing) {
  const { town, unit, procedure, language, applicant, entry, attachments } = filed
  const council = town.settings.council?.[language as Language] ?? town.name
  return receiptSheet(
    {
      entity: council,
      office: town.settings.officeName?.[language as Language] ?? null,
      kind: 'incoming',
      entryNumber: entry.number,
      recordedAt: entry.recordedAt,
      effectiveAt: entry.effectiveAt,
      interested: { name: applicant.name, identifier: applicant.identifier },
      representative: applicant.representative ?? null,
      procedure: textOf(procedure.texts, language, 'sheet.title'),
      caseNumber: null,
      summary: filed.subject,
      unit: unit?.name[language as Language] ?? '',
      attachments,
    },
    writing,
    renderOwn(filed, 'receipt', writing, NOTES)?.blocks ?? []
  )
}

/** The authenticated copy of what was filed (Law 39/2015, art. 16.3). */
export const copyOf = (filed: Filed, writing: Writing) => renderOwn(filed, 'filing', writing)
