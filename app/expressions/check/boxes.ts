import type { Rule } from '#expressions/check/frame'
import { MOST_PARTS, sizeOf } from '#expressions/check/size'
import type { FeelType, TypeEnvironment } from '#expressions/types'
import { either } from '#expressions/type_fit'
import { parseTemporal, whyNoMoment } from '#expressions/values/moments'
import { kindOf } from '#expressions/values/value'

const literal: Rule<'literal'> = ({ value }) => kindOf(value) as FeelType
const number: Rule<'number'> = () => 'number'
const temporal: Rule<'temporal'> = ({ value, at }, _, findings) => {
  const moment = parseTemporal(value)
  return moment ? (kindOf(moment) as FeelType) : findings.mismatch(whyNoMoment(value), at, { text: value })
}

const list: Rule<'list'> = ({ items }, frame, findings) => {
  const types = items.map((item) => findings.infer(item, frame))
  return { list: types.length ? types.reduce(either) : 'any' }
}

const context: Rule<'context'> = ({ entries }, frame, findings) => {
  const types: TypeEnvironment = {}
  const inner = frame.inside(types)
  for (const { name, value } of entries) types[name] = findings.infer(value, inner)
  const type = { context: types }
  return sizeOf(type) > MOST_PARTS ? 'any' : type
}

const range: Rule<'range'> = ({ low, high, at }, frame, findings) => {
  const ends = [low, high].flatMap((end) => (end ? [findings.infer(end, frame)] : []))
  const type = ends.reduce(either)
  const unordered =
    type === 'boolean' || typeof type === 'object' || (type === 'any' && !ends.includes('any'))
  return { range: unordered ? findings.mismatch('RANGE_WITHOUT_ORDER', at) : type }
}

const instance: Rule<'instance'> = ({ value }, frame, findings) => {
  findings.infer(value, frame)
  return 'boolean'
}

export const boxRules = { literal, number, temporal, list, context, range, instance }
