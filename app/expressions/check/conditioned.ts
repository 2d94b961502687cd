import type { Findings, Rule, TypeFrame } from '#expressions/check/frame'
import type { Node } from '#expressions/tree'
import type { FeelType } from '#expressions/types'
import { either, fits, typeText } from '#expressions/type_fit'

const itemOf = (type: FeelType): FeelType => (typeof type === 'object' && 'list' in type ? type.list : type)

function condition(node: Node, frame: TypeFrame, findings: Findings): void {
  const type = findings.infer(node, frame)
  if (!fits(type, 'boolean')) findings.mismatch('NOT_A_CONDITION', node.at, { type: typeText(type) })
}

/** The order of a list is said by a condition over two of its items. */
const sort: Rule<'sort'> = ({ list, names: [one, other], precedes }, frame, findings) => {
  const item = itemOf(findings.infer(list, frame))
  condition(precedes, frame.inside({ [one]: item, [other]: item }), findings)
  return { list: item }
}

/** What is replaced, by a condition over an item and the new one. */
const replace: Rule<'replace'> = ({ list, names: [one, other], match, item }, frame, findings) => {
  const [old, given] = [itemOf(findings.infer(list, frame)), findings.infer(item, frame)]
  condition(match, frame.inside({ [one]: old, [other]: given }), findings)
  return { list: either(old, given) }
}

export const conditionedRules = { sort, replace }
