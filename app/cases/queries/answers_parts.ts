import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import type { AnswersPart } from '#documents/index'
import type { Writing } from '#documents/queries/writing'
import { type SummaryRow, type Voice, summary } from '#forms/index'

/** The answers to a form of a procedure, page by page, as a document shows them. */
export function answersParts(
  procedure: CompiledProcedure,
  formId: string,
  answers: Record<string, Json>,
  { language, translate }: Writing,
  files?: Voice['files']
): AnswersPart[] {
  const form = procedure.forms[formId]
  if (!form) return []
  const text = (id: string) => {
    const found = textOf(procedure.texts, language, id)
    return found === id ? undefined : found
  }
  const voice: Voice = { lang: language, texts: text, t: translate, files }
  const pages = new Map<string, SummaryRow[]>()
  for (const row of summary(form, answers, voice)) pages.set(row.page, [...(pages.get(row.page) ?? []), row])
  return [...pages].map(([page, rows]) => ({
    title: text(`forms.${formId}.pages.${page}.title`) ?? null,
    facts: rows.map(({ label, lines }) => ({ label, value: lines.join('\n') || '—' })),
  }))
}
