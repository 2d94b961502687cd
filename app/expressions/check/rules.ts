import { applyRule } from '#expressions/check/apply'
import { boxRules } from '#expressions/check/boxes'
import { callRule } from '#expressions/check/call'
import { conditionedRules } from '#expressions/check/conditioned'
import type { Rules } from '#expressions/check/frame'
import { loopRules } from '#expressions/check/loops'
import { operatorRules } from '#expressions/check/operators'
import { pathRules } from '#expressions/check/paths'

/** How the type of each kind of node follows. */
export const RULES: Rules = {
  ...boxRules,
  ...conditionedRules,
  ...loopRules,
  ...operatorRules,
  ...pathRules,
  apply: applyRule,
  call: callRule,
}
