import type { ErrorObject } from 'ajv'
import equal from 'ajv/dist/runtime/equal.js'
import ucs2length from 'ajv/dist/runtime/ucs2length.js'
import { formats } from '#forms/validate/formats'
import { keywordChecks } from '#forms/validate/keywords'
import { re2 } from '#forms/validate/re2'
import type { Answers } from '#forms/types'

/** All that a stored validator may reach. */
const modules: Record<string, unknown> = {
  formats,
  keywords: keywordChecks,
  re2,
  'ajv/dist/runtime/equal': equal,
  'ajv/dist/runtime/ucs2length': ucs2length,
}

/** What a stored validator asks for by name. */
export function required(name: string): unknown {
  if (!Object.hasOwn(modules, name)) throw new Error(`a validator may not use ${name}`)
  return modules[name]
}

export type RunValidator = ((answers: Answers) => boolean) & { errors?: ErrorObject[] | null }

/**
 * Turns the stored text of a validator into a function. Only servers do this: the pages' content security
 * policy forbids it, rightly. The text must come from `compileForm` or from a store whose seal was checked.
 */
export function loadValidator(code: string): (answers: Answers) => ErrorObject[] {
  const module: { exports: RunValidator | null } = { exports: null }
  new Function('module', 'require', code)(module, required)
  return errorsOf(module.exports as RunValidator)
}

export const errorsOf =
  (validate: RunValidator) =>
  (answers: Answers): ErrorObject[] =>
    validate(answers) ? [] : (validate.errors ?? [])
