import type { Diagnostic } from '#core/diagnostic'
import { type Result, err } from '#core/result'
import {
  type Expression,
  type FeelType,
  type TypeEnvironment,
  compileExpression,
  typeText,
} from '#engine/feel'
import { expressionText } from '#engine/reading/expression_text'

/** A FEEL expression, with or without `=` before it, that has to be of one of some types; of any, where none is named. */
export function compileExpected(
  source: string,
  types: readonly FeelType[],
  around: { file: string; variables: TypeEnvironment | undefined }
): Result<Expression, Diagnostic[]> {
  const { file, variables } = around
  const compile = (type?: FeelType) =>
    compileExpression(expressionText(source), {
      ...(variables && { variables }),
      ...(type && { expects: type }),
      file,
    })
  const [first, ...others] = types
  const refused = compile(first)
  if (refused.ok) return refused
  for (const type of others) {
    const compiled = compile(type)
    if (compiled.ok) return compiled
  }
  return err(refused.error.map((each) => named(each, types.map(typeText).join(', '))))
}

/** Says all the types that it could have been. */
const named = (diagnostic: Diagnostic, expected: string): Diagnostic =>
  diagnostic.code === 'TYPE_NOT_EXPECTED'
    ? { ...diagnostic, params: { ...diagnostic.params, expected } }
    : diagnostic
