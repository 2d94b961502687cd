import type { Rule } from '#expressions/check/frame'
import { functionType } from '#expressions/functions'
import type { FeelType } from '#expressions/types'
import { fits, typeText } from '#expressions/type_fit'

/** One value may stand for a list of one, and back. */
const accepts = (actual: FeelType, type: FeelType): boolean =>
  fits(actual, type) ||
  (typeof type === 'object' && 'list' in type && fits(actual, type.list)) ||
  (typeof actual === 'object' && 'list' in actual && fits(actual.list, type))

export const applyRule: Rule<'apply'> = ({ name, args, at }, frame, findings) => {
  const given = args.map((arg) => findings.infer(arg, frame))
  const { parameters, returns } = functionType(findings.functions, name) ?? { parameters: [], returns: 'any' }
  const fitting =
    given.length === parameters.length &&
    parameters.every(({ type }, index) => accepts(given[index] as FeelType, type))
  if (fitting) return returns
  findings.mismatch('ARGUMENTS_DO_NOT_FIT', at, { name, given: given.map(typeText).join(', ') })
  return returns
}
