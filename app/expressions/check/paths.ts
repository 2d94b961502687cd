import type { Findings, Rule } from '#expressions/check/frame'
import type { FeelType } from '#expressions/types'
import { fits, typeText } from '#expressions/type_fit'
import { PROPERTIES } from '#expressions/values/properties'
import type { Kind } from '#expressions/values/value'

const name: Rule<'name'> = ({ name, at }, frame, findings) => frame.typeOf(name, at, findings)

const path: Rule<'path'> = ({ of, name, at }, frame, findings) =>
  entryOf(findings.infer(of, frame), name, at, findings)

function entryOf(type: FeelType, name: string, at: number, findings: Findings): FeelType {
  if (type === 'any' || type === 'null') return 'any'
  if (typeof type === 'object' && 'list' in type) return { list: entryOf(type.list, name, at, findings) }
  if (typeof type === 'object' && 'context' in type) {
    // a context nobody described may hold anything
    if (Object.keys(type.context).length === 0) return 'any'
    if (Object.hasOwn(type.context, name)) return type.context[name] as FeelType
  } else {
    const properties = PROPERTIES[(typeof type === 'object' ? 'range' : type) as Kind]
    if (properties && Object.hasOwn(properties, name)) return properties[name]?.type ?? 'any'
  }
  return findings.mismatch('ENTRY_UNKNOWN', at, { name, type: typeText(type) })
}

const filter: Rule<'filter'> = ({ of, by }, frame, findings) => {
  const source = findings.infer(of, frame)
  const item = typeof source === 'object' && 'list' in source ? source.list : source
  const entries = typeof item === 'object' && 'context' in item ? item.context : {}
  const open = item === 'any' || (typeof item === 'object' && Object.keys(entries).length === 0)
  const condition = findings.infer(by, frame.inside({ item, ...entries }, open))
  if (condition === 'number') return item
  if (!fits(condition, 'boolean'))
    return findings.mismatch('NOT_A_FILTER', by.at, { type: typeText(condition) })
  return condition === 'any' ? 'any' : { list: item }
}

export const pathRules = { name, path, filter }
