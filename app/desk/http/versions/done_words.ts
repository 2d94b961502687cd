import type { Done } from '#cases/queries/receipts'
import { elementName } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import type { Speech } from '#desk/http/speech'

interface Between {
  from: CompiledProcedure
  to: CompiledProcedure
}

/** What a change of version did to a case: what it left, what it began, what is asked anew. Older lines kept less of it. */
export function doneWords(done: Partial<Done>, { from, to }: Between, speech: Speech): string[] {
  const { t, lang, day } = speech
  const name = (procedure: CompiledProcedure, element: string) => elementName({ procedure, lang, t }, element)
  return [
    ...(done.left ?? []).map(({ element, lastDay }) =>
      lastDay === null
        ? t('desk.versions.done.left', { name: name(from, element) })
        : t('desk.versions.done.fell', { name: name(from, element), day: day(lastDay).text })
    ),
    ...(done.begun ?? []).map((element) => t('desk.versions.done.begun', { name: name(to, element) })),
    ...(done.asked ?? []).map((element) => {
      const questions = newQuestions(element, { from, to }, speech)
      const task = { name: name(to, element), questions: questions.join(', '), count: questions.length }
      return t('desk.versions.done.asked', task)
    }),
  ]
}

/** What a task asks that it did not ask before. */
function newQuestions(element: string, { from, to }: Between, speech: Speech): string[] {
  const { form } = (to.graph.nodes[element]?.data ?? {}) as { form?: string }
  const now = form === undefined ? undefined : to.forms[form]
  const before = form === undefined ? undefined : from.forms[form]
  if (!now || !before) return []
  return Object.keys(now.fields)
    .filter((field) => !Object.hasOwn(before.fields, field))
    .map((field) => speech.of(to, `forms.${form}.fields.${field}.label`) ?? field)
}
