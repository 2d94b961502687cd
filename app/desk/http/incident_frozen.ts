import type { CasePage } from '#cases/queries/case_page'
import { isOfTheFiling } from '#catalogue/domain/vocabulary'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { Json } from '#core/json'
import { voiceOf } from '#desk/http/case_page/answers'
import type { Speech } from '#desk/http/speech'
import { readAnswer } from '#forms/index'

/** What is of the filing, and stays as it was filed: each answer as its form asks and reads it, all else as it is kept. */
export async function frozenOf(
  { caseFile }: CasePage,
  speech: Speech
): Promise<{ name: string; value: string }[]> {
  const procedure = await frozenProcedure(caseFile.digest)
  const formId = procedure.sheet.submissionForm
  const form = procedure.forms[formId]
  const voice = voiceOf(procedure, speech)
  const answer = ([field, value]: [string, Json]) => {
    const label = speech.of(procedure, `forms.${formId}.fields.${field}.label`)
    const known = form && Object.hasOwn(form.fields, field)
    return {
      name: label ?? field,
      value: (known && readAnswer(form, field, value, voice).join(', ')) || raw(value),
    }
  }
  return Object.entries(caseFile.workflow.variables)
    .filter(([name]) => isOfTheFiling(name))
    .flatMap(([name, value]) =>
      name === 'answers' && isFields(value)
        ? Object.entries(value).map(answer)
        : [{ name, value: raw(value) }]
    )
}

const isFields = (value: Json): value is Record<string, Json> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const raw = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value, null, 1))
