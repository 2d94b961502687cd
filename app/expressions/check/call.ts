import { waysOf } from '#expressions/builtins/index'
import type { Parameter, Signature } from '#expressions/builtins/signature'
import type { Rule } from '#expressions/check/frame'
import type { FeelType } from '#expressions/types'
import { either, fits, typeText } from '#expressions/type_fit'
import { parseDuration } from '#expressions/values/duration'
import { parseDate, parseDateTime, parseTime, whyNoMoment } from '#expressions/values/moments'
import { type FeelValue, kindOf } from '#expressions/values/value'
import { re2 } from '#expressions/regex/re2'
import type { NodeOf } from '#expressions/tree'

/** The argument as the parameter takes it: one value may stand for a list of one. */
const accepts = (actual: FeelType, { type }: Parameter): boolean =>
  fits(actual, type) || (typeof type === 'object' && 'list' in type && fits(actual, type.list))

function takes(types: FeelType[], { parameters }: Signature): boolean {
  const restful = parameters.at(-1)?.rest
  if (!restful && types.length > parameters.length) return false
  return parameters.every((parameter, index) => {
    if (parameter.rest)
      return types.length > index && types.slice(index).every((type) => accepts(type, parameter))
    const type = types[index]
    return type === undefined ? parameter.optional : accepts(type, parameter)
  })
}

/** What a signature gives for these arguments, with `T` standing for what they share. */
function resultOf(types: FeelType[], { parameters, returns, genericResult }: Signature): FeelType {
  if (!genericResult) return returns
  const shared = parameters.flatMap(({ generic, rest, type }, index) =>
    generic ? types.slice(index, rest ? undefined : index + 1).map((actual) => elementOf(actual, type)) : []
  )
  const element = shared.length ? shared.reduce(either) : 'any'
  return typeof returns === 'object' && 'list' in returns ? { list: element } : element
}

const elementOf = (actual: FeelType, expected: FeelType): FeelType =>
  typeof expected === 'object' && 'list' in expected && typeof actual === 'object' && 'list' in actual
    ? actual.list
    : actual

export const callRule: Rule<'call'> = (node, frame, findings) => {
  const types = node.args.map((arg) => findings.infer(arg, frame))
  const fitting = waysOf(node.name, node.labels).filter((signature) => takes(types, signature))
  if (fitting.length === 0)
    return findings.mismatch('ARGUMENTS_DO_NOT_FIT', node.at, {
      name: node.name,
      given: types.map(typeText).join(', '),
    })
  const pattern = badPattern(node)
  if (pattern !== null) return findings.mismatch('NOT_A_PATTERN', node.at, { text: pattern })
  const constant = constantMoment(node)
  if (constant === null) {
    const text = node.args.map((arg) => ('value' in arg ? String(arg.value) : '')).join()
    return findings.mismatch(whyNoMoment(text), node.at, { text })
  }
  // the first that fits is the one that runs, if the types are known for certain
  const chosen = types.every(certain) ? fitting.slice(0, 1) : fitting
  return constant ?? chosen.map((signature) => resultOf(types, signature)).reduce(either)
}

function certain(type: FeelType): boolean {
  if (typeof type === 'string') return type !== 'any' && type !== 'null'
  return 'context' in type || certain('list' in type ? type.list : type.range)
}

const MOMENTS: Record<string, (text: string) => FeelValue> = {
  date: parseDate,
  time: parseTime,
  'date and time': parseDateTime,
  duration: parseDuration,
}

/** The type of `duration("P1M")` and its like, which their text decides; null when the text is not one. */
function constantMoment({ name, args: [text, ...others] }: NodeOf<'call'>): FeelType | null | undefined {
  const read = MOMENTS[name]
  if (!read || others.length || text?.op !== 'literal' || typeof text.value !== 'string') return undefined
  const made = read(text.value)
  return made === null ? null : (kindOf(made) as FeelType)
}

/** A pattern that is written out is judged at once, so that only what RE2 accepts is ever published. */
const badPattern = ({ name, args }: NodeOf<'call'>): string | null => {
  const pattern = PATTERNED.has(name) ? args[1] : undefined
  if (pattern?.op !== 'literal' || typeof pattern.value !== 'string') return null
  return re2(pattern.value, '') ? null : pattern.value
}

const PATTERNED = new Set(['matches', 'replace', 'split'])
