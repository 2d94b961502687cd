import { boxRules } from '#expressions/check/boxes'
import { callRule } from '#expressions/check/call'
import type { Findings, TypeFrame } from '#expressions/check/frame'
import { loopRules } from '#expressions/check/loops'
import { operatorRules } from '#expressions/check/operators'
import { pathRules } from '#expressions/check/paths'
import type { Node, NodeOf, Op } from '#expressions/tree'
import type { FeelType } from '#expressions/types'

export type Rule<O extends Op> = (node: NodeOf<O>, frame: TypeFrame, findings: Findings) => FeelType

const RULES: { [O in Op]: Rule<O> } = {
  ...boxRules,
  ...loopRules,
  ...operatorRules,
  ...pathRules,
  call: callRule,
}

/** The type of what a node gives, noting on the way what can't be. */
export const infer = (node: Node, frame: TypeFrame, findings: Findings): FeelType =>
  (RULES[node.op] as (node: Node, frame: TypeFrame, findings: Findings) => FeelType)(node, frame, findings)
