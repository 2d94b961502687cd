import type { Json } from '#core/json'
import { officialLanguage } from '#core/locale'
import type { Applicant, Draft } from '#filings/types'
import { type CompiledForm, fieldsOf } from '#forms/index'
import type { Citizen } from '#identity/types'
import type { Town } from '#tenancy/types'

/** The first answer of a kind: that is how contact data are found in a form that nobody here knows. */
function firstOfKind(form: CompiledForm, answers: Record<string, Json>, kind: string): string | null {
  for (const field of fieldsOf(form)) {
    const answer = answers[field.name]
    if (field.kind === kind && typeof answer === 'string') return answer
  }
  return null
}

/**
 * Who files: the person who signed in, or the organisation that they act for, with them as its
 * representative (Law 39/2015, art. 5).
 */
export function applicantOf(citizen: Citizen, form: CompiledForm, answers: Record<string, Json>): Applicant {
  const contact = {
    email: firstOfKind(form, answers, 'email') ?? citizen.email,
    phone: firstOfKind(form, answers, 'phone') ?? citizen.phone,
  }
  const self = { identifier: citizen.identifier, name: citizen.name }
  return citizen.organisation
    ? { personId: citizen.personId, ...citizen.organisation, ...contact, representative: self }
    : { personId: citizen.personId, ...self, ...contact, representative: null }
}

/**
 * The official language that a case is dealt with in: the one that was chosen, else the one that the person
 * read in, else the town's first (Law 39/2015, art. 15).
 */
export const languageOf = (
  form: CompiledForm,
  answers: Record<string, Json>,
  { draft, town }: { draft: Pick<Draft, 'language'>; town: Pick<Town, 'languages'> }
): string =>
  officialLanguage([firstOfKind(form, answers, 'procedure_language'), draft.language, ...town.languages])

/** A line that tells one case from another in a list: the first short text of the form. */
export const subjectOf = (form: CompiledForm, answers: Record<string, Json>): string =>
  (firstOfKind(form, answers, 'short_text') ?? '').slice(0, 120)
