import { type Diagnostic, problem } from '#core/diagnostic'
import { type Result, err, ok } from '#core/result'
import { check } from '#expressions/check/check'
import { Build } from '#expressions/parse/build'
import { Refused } from '#expressions/parse/builder'
import type { Dialect } from '#expressions/parse/grammar'
import { bound } from '#expressions/parse/bounds'
import { read } from '#expressions/parse/piece'
import { positionOf } from '#expressions/position'
import { Spelling } from '#expressions/parse/spelling'
import type { FunctionTypes } from '#expressions/functions'
import type { Expression } from '#expressions/tree'
import type { FeelType, TypeEnvironment } from '#expressions/types'

export interface CompileOptions {
  /** `unaryTests` is a cell of a decision table, over the input `?`. */
  dialect?: Dialect
  /** The names that exist; without them, names and types are not judged. */
  variables?: TypeEnvironment
  /** Names that the source may write with spaces or signs in them, as other tools do; `variables` unless told. */
  names?: TypeEnvironment
  /** The functions of the document around it, which come before those of the language. */
  functions?: FunctionTypes
  /** The types that the document around it has given a name, for `instance of`. */
  types?: TypeEnvironment
  expects?: FeelType
  file?: string
  pointer?: string
}

const MAX_SOURCE = 10_000

/** Reads a FEEL expression once, into plain JSON that can be cached and evaluated anywhere. */
export function compileExpression(
  source: string,
  options: CompileOptions = {}
): Result<Expression, Diagnostic[]> {
  const { dialect = 'expression', variables, names = variables ?? {}, functions = {}, expects } = options
  const { types = {}, file = '', pointer = '' } = options
  const spelled = { ...names, ...namesOf(functions) }
  const place = (at: number): Partial<Diagnostic> => ({ file, pointer, ...positionOf(source, at) })
  const refuse = (code: string, at: number, params: Diagnostic['params'] = {}) =>
    err([problem(code, { ...place(at), params })])

  if (source.length > MAX_SOURCE) return refuse('SOURCE_TOO_LONG', 0, { limit: MAX_SOURCE })
  if (source.trim() === '') return refuse('EMPTY', 0)
  try {
    bound(source)
    const found = read(source, dialect, spelled)
    if ('brokenAt' in found) return refuse('SYNTAX', found.brokenAt, { near: near(source, found.brokenAt) })
    const tree = new Build(new Spelling(spelled), functions, types).node(found.piece)
    const checked = check(tree, { variables, functions, expects }, place)
    return checked.problems.length
      ? err(checked.problems)
      : ok({ source, tree, variables: checked.variables })
  } catch (error) {
    if (error instanceof Refused) return refuse(error.code, error.at, error.params)
    throw error
  }
}

const namesOf = (functions: FunctionTypes): TypeEnvironment =>
  Object.fromEntries(Object.entries(functions).map(([name, { returns }]) => [name, returns]))

const near = (source: string, at: number): string => source.slice(Math.max(0, at - 12), at + 12).trim()
