import type { Expression } from '#expressions/index'
import type { LoopPlan } from '#engine/index'
import { conditionWords } from '#catalogue/domain/words/condition'
import { type Seen, withSeen } from '#catalogue/domain/words/seen'
import { type Tale, elementName } from '#catalogue/domain/words/tale'

type Told = [key: string, condition: Expression | null]

/** Why nothing of it is repeated any more; null where it was done to the last, as it always is. */
function ofRepetition(loop: LoopPlan, seen: Seen): Told | null {
  if (loop.over === 'condition') {
    const most = loop.most !== null && Number(seen['loopCounter']) >= loop.most
    return most ? ['most', null] : ['loopOver', loop.condition]
  }
  const [all, done] = [Number(seen['numberOfInstances']), Number(seen['numberOfCompletedInstances'])]
  if (all === 0) return ['nothing', null]
  return done < all ? ['early', loop.until] : null
}

/** Why something was left that goes on until a condition says so: a repetition, or a part that people choose from. */
export function leftWords(tale: Tale, element: string, seen: Seen): string | null {
  // whoever closes it by hand sees nothing
  if (Object.keys(seen).length === 0) return null
  const { kind, loop, data } = tale.procedure.graph.nodes[element] ?? {}
  const { until = null } = (data ?? {}) as { until?: Expression | null }
  const told: Told | null = loop
    ? ofRepetition(loop, seen)
    : kind === 'ad_hoc_sub_process' && until
      ? ['condition', until]
      : null
  return told && wordsOf(tale, element, told, seen)
}

/** Why a loop goes round once more. */
export function againWords(tale: Tale, element: string, seen: Seen = {}): string | null {
  const { loop } = tale.procedure.graph.nodes[element] ?? {}
  return loop?.over === 'condition' ? wordsOf(tale, element, ['again', loop.condition], seen) : null
}

function wordsOf(tale: Tale, element: string, [key, condition]: Told, seen: Seen): string {
  const gateway = elementName(tale, element)
  if (!condition) return tale.t(`catalogue.ways.${key}`, { gateway, times: Number(seen['loopCounter'] ?? 0) })
  const said = tale.t(`catalogue.ways.${key}`, { gateway, condition: conditionWords(tale, condition) })
  return withSeen(tale, said, seen)
}
