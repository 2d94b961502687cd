import type { Json } from '#core/json'
import { kindOf } from '#forms/kinds/index'
import { optionLabel } from '#forms/texts'
import type { CompiledForm, Voice } from '#forms/types'

/** An answer as its question reads it, line by line: an option in words, a decimal with its unit. None where there is no answer. */
export function readAnswer(
  form: CompiledForm,
  name: string,
  value: Json | undefined,
  voice: Voice
): string[] {
  const field = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined
  if (!field || value === undefined || value === null) return []
  return kindOf(field).read(value, field, voice, optionLabel(form, name, voice))
}
