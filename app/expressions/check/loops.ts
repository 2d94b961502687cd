import type { Findings, Rule, TypeFrame } from '#expressions/check/frame'
import type { Binding } from '#expressions/tree'
import type { FeelType } from '#expressions/types'
import { fits, typeText } from '#expressions/type_fit'

/** What a binding gives its name: an item of the list, a step of the range, or the value itself. */
function itemType({ from, to }: Binding, frame: TypeFrame, findings: Findings): FeelType {
  const type = findings.infer(from, frame)
  if (to) {
    const end = findings.infer(to, frame)
    if (!fits(type, end) || !(fits(type, 'number') || fits(type, 'date')))
      return findings.mismatch('NOT_WALKABLE', from.at)
    return type
  }
  if (typeof type !== 'object') return type
  return 'list' in type ? type.list : 'range' in type ? type.range : type
}

const inner = (bindings: Binding[], frame: TypeFrame, findings: Findings): TypeFrame =>
  bindings.reduce((reach, one) => reach.inside({ [one.name]: itemType(one, reach, findings) }), frame)

const loop: Rule<'for'> = ({ bindings, body }, frame, findings) => ({
  list: findings.infer(body, inner(bindings, frame.inside({ partial: { list: 'any' } }), findings)),
})

const quantified: Rule<'some' | 'every'> = ({ bindings, body }, frame, findings) => {
  const type = findings.infer(body, inner(bindings, frame, findings))
  if (!fits(type, 'boolean')) findings.mismatch('NOT_A_CONDITION', body.at, { type: typeText(type) })
  return 'boolean'
}

export const loopRules = { for: loop, some: quantified, every: quantified }
