import type { ErrorObject } from 'ajv'
import { type Json, pointerTo } from '#core/json'
import { kindOf } from '#forms/kinds/index'
import type { Answers, CompiledField, CompiledForm, CompiledRule, Issue } from '#forms/types'

/** The text of a field's issue: the nearest that its kind has. */
function messageOf(kindName: string, key: string, part: string): string {
  const { errors } = kindOf({ kind: kindName })
  const known = [`${part}_${key}`, key].find((candidate) => errors.includes(candidate))
  return known ? `${kindName}.${known}` : 'invalid'
}

/** One complaint of the validator. Nothing of what was answered travels in it: issues may be logged. */
export function issueOf(form: CompiledForm, answers: Answers, error: ErrorObject): Issue {
  const { instancePath, keyword, params } = error
  const extra = params.missingProperty ?? params.additionalProperty
  const pointer = extra === undefined ? instancePath : instancePath + pointerTo(extra as string)
  const [name = '', ...within] = pointer.slice(1).split('/')
  const part = within.filter((token) => !/^\d+$/.test(token)).join('_')
  const field = Object.hasOwn(form.fields, name) ? form.fields[name] : undefined
  const limit = (params.limit ?? params.multipleOf) as string | number | undefined
  const issue = { name, pointer, keyword, params: (limit === undefined ? {} : { limit }) as Issue['params'] }
  if (!field) return { ...issue, message: 'unknown' }
  const key = kindOf(field).explain?.(keyword, (answers[name] ?? null) as Json, part) ?? keyword
  return { ...issue, message: messageOf(field.kind, key, part) }
}

/** An answer that must be there and isn't; of one in parts, each part that it can't do without. */
export function missing({ name, kind }: CompiledField): Issue[] {
  const { parts = [], errors } = kindOf({ kind })
  const needed = parts.filter((part) => errors.includes(`${part}_required`))
  return (needed.length > 0 ? needed : ['']).map((part) => ({
    name,
    pointer: part ? pointerTo(name, part) : pointerTo(name),
    keyword: 'required',
    params: {},
    message: messageOf(kind, 'required', part),
  }))
}

/** A rule between answers that doesn't hold. */
export const ruleBroken = ({ id, field }: CompiledRule): Issue => ({
  name: field,
  pointer: pointerTo(field),
  keyword: 'rule',
  params: { rule: id },
  message: 'rule',
})
