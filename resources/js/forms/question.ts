import type { ErrorSchema, FieldProps as RjsfFieldProps } from '@rjsf/utils'
import type { Json } from '#core/json'
import {
  type CompiledField,
  type CompiledForm,
  type Questions,
  type Voice,
  hintOf,
  labelOf,
} from '#forms/view'

/** What every field of a page can reach: the form and the voice it speaks with. */
export interface FormContext {
  form: CompiledForm
  voice: Voice
  /** What hangs on an answer that is in sight, and on what: shown until a script knows better. */
  hanging: Questions['hanging']
}

export type FieldProps = Omit<RjsfFieldProps<any, any, FormContext>, 'formData'> & { formData?: Json }

/** One question as its markup needs it: ids that exist, texts, the answer so far, what is wrong. */
export interface Question {
  field: CompiledField
  voice: Voice
  id: string
  /** The name its input posts under: `answers[email]`. */
  name: string
  label: string
  hint: string | undefined
  error: string | undefined
  /** What is wrong with one part of the answer, as the postcode of an address. */
  partError(part: string): string | undefined
  failed: boolean
  /** The ids of hint and error, for `aria-describedby`: only those that are on the page. */
  describedBy: string | undefined
  value: Json | undefined
  /** The condition of it that a script has to follow. */
  hangsOn: Questions['hanging'][string] | undefined
  /** Tells a hydrated form; a page that is only sent as text never calls it. */
  change(value: Json | undefined): void
}

export const hintId = (id: string): string => `${id}-hint`
export const errorId = (id: string): string => `${id}-error`

/** The question that rjsf asks a field component to draw. */
export function questionOf(props: FieldProps): Question {
  const { form, voice, hanging } = props.registry.formContext
  const { $id: id, name = id, path } = props.fieldPathId
  const hint = hintOf(form, props.name, voice)
  const error = props.rawErrors?.[0]
  const parts = (props.errorSchema ?? {}) as Record<string, ErrorSchema>
  const described = [hint && hintId(id), error && errorId(id)].filter(Boolean).join(' ')
  return {
    field: form.fields[props.name] as CompiledField,
    voice,
    id,
    name,
    label: labelOf(form, props.name, voice),
    hint,
    error,
    partError: (part) => parts[part]?.__errors?.[0],
    failed: error !== undefined || Object.keys(parts).length > 0,
    describedBy: described || undefined,
    value: props.formData,
    hangsOn: hanging[props.name],
    change: (value) => props.onChange(value, path),
  }
}
