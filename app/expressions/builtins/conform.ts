import type { Parameter, Signature } from '#expressions/builtins/signature'
import type { FeelType } from '#expressions/types'
import { FeelRange, type FeelValue, kindOf } from '#expressions/values/value'

/** Whether a value is of a type. Null is only of type `any` and `null`, but an entry of a context may be null. */
export function isOf(value: FeelValue, type: FeelType): boolean {
  if (type === 'any') return true
  if (typeof type === 'string') return kindOf(value) === type
  if ('list' in type) return Array.isArray(value) && value.every((item) => isOf(item, type.list))
  if ('range' in type)
    return (
      value instanceof FeelRange &&
      [value.low, value.high].every((end) => end === null || isOf(end, type.range))
    )
  if (!(value instanceof Map)) return false
  return Object.entries(type.context).every(
    ([name, entry]) => value.has(name) && (value.get(name) === null || isOf(value.get(name) ?? null, entry))
  )
}

/** The value, or the value FEEL turns it into (a list of one item into the item, and back); else undefined. */
function conformed(value: FeelValue, type: FeelType): FeelValue | undefined {
  if (isOf(value, type)) return value
  if (Array.isArray(value) && value.length === 1 && isOf(value[0] ?? null, type)) return value[0]
  if (value !== null && !Array.isArray(value) && isOf([value], type)) return [value]
  return undefined
}

/** The arguments as a signature's body takes them, or null when they don't fit it. */
export function conform(args: FeelValue[], { parameters }: Signature): FeelValue[] | null {
  const result: FeelValue[] = []
  for (const [index, parameter] of parameters.entries()) {
    const value = parameter.rest ? rest(args.slice(index), parameter) : one(args, index, parameter)
    if (value === undefined) return null
    result.push(value)
  }
  const restful = parameters.at(-1)?.rest
  return restful || args.length <= parameters.length ? result : null
}

function one(args: FeelValue[], index: number, parameter: Parameter): FeelValue | undefined {
  const value = args[index]
  if (value === undefined || value === null)
    return parameter.optional || (value === null && parameter.type === 'any') ? null : undefined
  return conformed(value, parameter.type)
}

function rest(args: FeelValue[], { type }: Parameter): FeelValue[] | undefined {
  const values = args.map((value) => conformed(value, type))
  return values.includes(undefined) || values.length === 0 ? undefined : (values as FeelValue[])
}
