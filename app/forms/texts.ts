import type { Json } from '#core/json'
import { numberFormat } from '#core/locale'
import { kindOf } from '#forms/kinds/index'
import type { CompiledField, CompiledForm, Issue, Voice } from '#forms/types'

type Speech = Pick<Voice, 'lang' | 'texts' | 't'>

const fieldText = (form: { id: string }, name: string) => `forms.${form.id}.fields.${name}`

/** The question, or the field's name where the text is missing (the compiler of procedures asks for all). */
export const labelOf = (form: { id: string }, name: string, { texts }: Pick<Voice, 'texts'>): string =>
  texts(`${fieldText(form, name)}.label`) ?? name

/** What a field is called: “Teléfono (opcional)” is how it is asked. */
export const nameOf: typeof labelOf = (form, name, voice) =>
  labelOf(form, name, voice).replace(/\s*\([^()]*\)$/, '')

export const hintOf = (
  form: { id: string },
  name: string,
  { texts }: Pick<Voice, 'texts'>
): string | undefined => texts(`${fieldText(form, name)}.hint`)

export const optionLabel =
  (form: { id: string }, name: string, { texts }: Pick<Voice, 'texts'>) =>
  (option: string): string =>
    texts(`${fieldText(form, name)}.options.${option}`) ?? option

/**
 * What to tell somebody about an issue. A procedure may say it in its own words
 * (`forms.<form>.fields.<name>.errors.<key>`, `forms.<form>.rules.<rule>`); else the house's are taken.
 */
export function issueText(form: CompiledForm, issue: Issue, voice: Speech): string {
  const { texts, t, lang } = voice
  const { name, params, message } = issue
  if (issue.keyword === 'rule')
    return texts(`forms.${form.id}.rules.${params.rule}`) ?? t('forms.errors.invalid', { label: name })
  const key = message.slice(message.lastIndexOf('.') + 1)
  const own = texts(`${fieldText(form, name)}.errors.${key}`)
  if (own !== undefined) return own
  const field = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined
  const label = nameOf(form, name, voice)
  const limit = field && params.limit !== undefined ? limitText(field, params.limit, { ...voice, lang }) : ''
  return t(`forms.errors.${message}`, { ...params, label, limit, count: Number(params.limit ?? 0) })
}

/** A limit as its kind reads it: a date in words, an amount in euros, a count as a number. */
function limitText(field: CompiledField, limit: string | number, voice: Speech): string {
  const kind = kindOf(field)
  const ofKind = typeof limit === 'string' || kind.type === 'integer'
  return ofKind
    ? kind.read(limit as Json, field, voice, String).join(' ')
    : numberFormat(voice.lang).format(limit)
}

/** The texts that a form asks of its procedure: what must be there in each of its languages. */
export const textsOf = (form: CompiledForm): string[] => [
  ...form.pages.map(({ id }) => `forms.${form.id}.pages.${id}.title`),
  ...Object.values(form.fields).flatMap((field) => [
    `${fieldText(form, field.name)}.label`,
    ...optionsOf(field).map((option) => `${fieldText(form, field.name)}.options.${option}`),
  ]),
  ...form.rules.map(({ id }) => `forms.${form.id}.rules.${id}`),
]

/** The values somebody can choose between; none where a field offers no choice. */
export function optionsOf({ schema }: Pick<CompiledField, 'schema'>): string[] {
  const { enum: values, items } = schema as { enum?: string[]; items?: { enum?: string[] } }
  return values ?? items?.enum ?? []
}
