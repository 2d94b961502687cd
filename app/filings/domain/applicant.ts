import type { Json } from '#core/json'
import type { Applicant } from '#filings/types'
import { type CompiledForm, fieldsOf } from '#forms/index'
import type { Citizen } from '#identity/types'

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

/** A line that tells one case from another in a list: the first short text of the form. */
export const subjectOf = (form: CompiledForm, answers: Record<string, Json>): string =>
  (firstOfKind(form, answers, 'short_text') ?? '').slice(0, 120)
