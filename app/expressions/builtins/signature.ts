import type { Session } from '#expressions/evaluate/session'
import { parseType, splitOutside } from '#expressions/type_text'
import type { FeelType } from '#expressions/types'
import type { FeelValue } from '#expressions/values/value'

export interface Parameter {
  name: string
  type: FeelType
  /** A value of the type that the call binds to `T`: the element of a list, the end of a range. */
  generic: boolean
  optional: boolean
  /** Takes all the arguments that are left; the body receives them as one list. */
  rest: boolean
}

/** One way of calling a function. The body is only reached by arguments that fit the parameters. */
export interface Signature {
  name: string
  parameters: Parameter[]
  returns: FeelType
  /** The result is a `T`, or a list of them. */
  genericResult: boolean
  /** Null is an answer like another, and no failure to be told. */
  mayBeNull: boolean
  run: Body
}

// the signature has checked every argument, which the type of a table can't express
export type Body = (args: any[], session: Session, at: number) => FeelValue

/**
 * Declares a built-in in the words of the standard: `substring(string: string, start position: number,
 * length?: number): string`. `?` is optional, `...` takes the rest, `T` is the type the arguments share;
 * a result with `?` may be null.
 */
export function builtin(text: string, run: Body): Signature {
  const [, name, inner, result] = /^([^(]+)\((.*)\): (.+)$/.exec(text) ?? []
  if (!name || inner === undefined || !result) throw new TypeError(`unreadable signature: ${text}`)
  return {
    name,
    parameters: splitOutside(inner).map(parameter),
    returns: typeOf(result.replace(/\?$/, '')),
    genericResult: isGeneric(result),
    mayBeNull: result.endsWith('?'),
    run,
  }
}

function parameter(text: string): Parameter {
  const colon = text.indexOf(':')
  const label = text.slice(0, colon).trim()
  const type = text.slice(colon + 1).trim()
  return {
    name: label.replace(/^\.\.\.|\?$/g, ''),
    type: typeOf(type),
    generic: isGeneric(type),
    optional: label.endsWith('?'),
    rest: label.startsWith('...'),
  }
}

const isGeneric = (text: string) => /\bT\b/.test(text)

function typeOf(text: string): FeelType {
  const type = parseType(text.replace(/\bT\b/, 'any'))
  if (!type) throw new TypeError(`unknown type: ${text}`)
  return type
}
