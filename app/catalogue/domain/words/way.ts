import type { Expression } from '#expressions/index'
import { conditionWords } from '#catalogue/domain/words/condition'
import { leftWords } from '#catalogue/domain/words/left'
import { type Seen, withSeen } from '#catalogue/domain/words/seen'
import { type Tale, elementName } from '#catalogue/domain/words/tale'

/** Why a case took a flow, where it had others: the condition that held with what it saw, or that none did. */
export function wayWords(tale: Tale, flow: string, seen: Seen = {}): string | null {
  const { flows, nodes } = tale.procedure.graph
  const { source, target, condition } = flows[flow] ?? { source: '', target: '', condition: null }
  const node = nodes[source]
  if (node?.kind === 'business_rule_task') return rulesWords(tale, source, seen)
  if (node?.kind.startsWith('conditional_')) return heldWords(tale, source, seen)
  const left = leftWords(tale, source, seen)
  if (left) return left
  if (!node || node.outgoing.length < 2 || node.kind === 'parallel_gateway') return null
  if (node.kind === 'event_gateway')
    return tale.t('catalogue.ways.first', { event: elementName(tale, target) })
  const gateway = elementName(tale, source)
  const what = condition
    ? tale.t('catalogue.ways.condition', { gateway, condition: conditionWords(tale, condition) })
    : tale.t('catalogue.ways.default', { gateway })
  return withSeen(tale, what, condition && saysItAll(condition) ? {} : seen)
}

/** By which rules of which table it was decided. */
function rulesWords(tale: Tale, task: string, seen: Seen): string | null {
  const rules = Object.entries(seen).map(([table, which]) => `${table} ${String(which)}`)
  if (rules.length === 0) return null
  return tale.t('catalogue.ways.rules', { task: elementName(tale, task), rules: rules.join('; ') })
}

/** The condition that came to hold. */
function heldWords(tale: Tale, event: string, seen: Seen): string {
  const { condition } = tale.procedure.graph.nodes[event]?.data as { condition: Expression }
  const said = { gateway: elementName(tale, event), condition: conditionWords(tale, condition) }
  return withSeen(tale, tale.t('catalogue.ways.condition', said), saysItAll(condition) ? {} : seen)
}

/** A plain comparison with one value, being true, tells the value. */
const saysItAll = ({ tree }: Expression): boolean =>
  tree.op === 'comparison' && tree.operator === '=' && tree.right.op === 'literal'
