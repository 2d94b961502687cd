import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import type { AnswersPart } from '#documents/index'
import type { Writing } from '#documents/queries/writing'
import { type SummaryRow, type Voice, readAnswer, summary } from '#forms/index'

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
  const voice = voiceOf(procedure, { language, translate }, files)
  const pages = new Map<string, SummaryRow[]>()
  for (const row of summary(form, answers, voice)) pages.set(row.page, [...(pages.get(row.page) ?? []), row])
  return [...pages].map(([page, rows]) => ({
    title: voice.texts(`forms.${formId}.pages.${page}.title`) ?? null,
    facts: rows.map(({ label, lines }) => ({ label, value: lines.join('\n') || '—' })),
  }))
}

/** One value as a question of the procedure reads it. */
export function answerText(
  procedure: CompiledProcedure,
  { form: formId, field }: { form: string; field: string },
  value: Json,
  writing: Pick<Writing, 'language' | 'translate'>
): string {
  const form = procedure.forms[formId]
  return form ? readAnswer(form, field, value, voiceOf(procedure, writing)).join('\n') : ''
}

const voiceOf = (
  { texts }: CompiledProcedure,
  { language, translate }: Pick<Writing, 'language' | 'translate'>,
  files?: Voice['files']
): Voice => ({
  lang: language,
  t: translate,
  files,
  texts(id) {
    const found = textOf(texts, language, id)
    return found === id ? undefined : found
  },
})
