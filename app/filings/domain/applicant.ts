import type { Json } from '#core/json'
import { officialLanguage } from '#core/locale'
import type { Applicant, Draft } from '#filings/types'
import { answerOfKind, type CompiledForm, fieldsOf, firstOfKind, holderOf } from '#forms/index'
import type { Citizen } from '#identity/types'
import type { Town } from '#tenancy/types'

/** What a form asks for is as it was answered, or withheld (Law 39/2015, art. 66.1.b); else as the town knows it. */
const contactOf = (form: CompiledForm, answers: Record<string, Json>, kind: string, known: string | null) =>
  fieldsOf(form).some((field) => field.kind === kind) ? firstOfKind(form, answers, kind) : known

/**
 * Who must deal with the administration by electronic means: all but natural persons (Law 39/2015, art. 14.2). Of
 * whoever files anonymously nothing is known, and nothing is asked.
 */
export const isObliged = (citizen: Pick<Citizen, 'identifier' | 'organisation'> | null): boolean =>
  citizen !== null && (citizen.organisation !== null || holderOf(citizen.identifier) === 'entity')

/** The address of those who may be notified on paper and have chosen it. */
const postalAddressOf = (citizen: Citizen, form: CompiledForm, answers: Record<string, Json>): Json =>
  !isObliged(citizen) && firstOfKind(form, answers, 'notification_channel') === 'paper'
    ? answerOfKind(form, answers, 'postal_address')
    : null

/** Nobody that we know. What they answered to be reached at is all that there is of them. */
const anonymous = (form: CompiledForm, answers: Record<string, Json>): Applicant => ({
  personId: null,
  identifier: null,
  name: null,
  email: firstOfKind(form, answers, 'email'),
  phone: firstOfKind(form, answers, 'phone'),
  postalAddress: null,
  representative: null,
})

/**
 * Who files: the person who signed in, or the organisation that they act for, with them as its
 * representative (Law 39/2015, art. 5); nobody, where they file anonymously.
 */
export function applicantOf(
  citizen: Citizen | null,
  form: CompiledForm,
  answers: Record<string, Json>
): Applicant {
  if (!citizen) return anonymous(form, answers)
  const contact = {
    email: contactOf(form, answers, 'email', citizen.email),
    phone: contactOf(form, answers, 'phone', citizen.phone),
    postalAddress: postalAddressOf(citizen, form, answers),
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
