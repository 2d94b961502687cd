import { expressionsIn } from '#catalogue/domain/expressions_in'
import { conditionWords } from '#catalogue/domain/words/condition'
import { type Seen, seenWords } from '#catalogue/domain/words/seen'
import { type Tale, elementName } from '#catalogue/domain/words/tale'

/** Where a case stopped, as its incident keeps it. */
export interface Stopped {
  element: string
  code: string
  detail: string
}

/** One thing that could not be told, or held for no way out: in words, and as its author wrote it. */
export interface Obstacle {
  words: string
  source: string
}

/** What a case stopped at: the conditions that held not, or the one that could not be told; the rules; else the expression. */
export function obstaclesOf(tale: Tale, { element, code, detail }: Stopped): Obstacle[] {
  const { flows, nodes } = tale.procedure.graph
  const node = nodes[element]
  const name = elementName(tale, element)
  const say = (key: string, params: Record<string, string>) => tale.t(`catalogue.ways.${key}`, params)
  const none = code === 'no_flow_matches'
  const conditions = (none ? (node?.outgoing ?? []) : [detail]).flatMap((id) => flows[id]?.condition ?? [])
  if (conditions.length > 0)
    return conditions.map((condition) => ({
      words: say(none ? 'heldNot' : 'untold', { gateway: name, condition: conditionWords(tale, condition) }),
      source: condition.source,
    }))
  if (code === 'decision_unusable')
    return faultsIn(detail).map((fault) => ({
      words: say('undecided', { element: name, fault: tale.t(`decisions.faults.${fault}`) }),
      source: detail,
    }))
  return expressionsIn([node?.data, node?.loop])
    .filter(({ source }) => source === detail)
    .slice(0, 1)
    .map(({ source }) => ({ words: say('noValue', { element: name, source }), source }))
}

/** `rate: NO_RULE rates; NOT_ALLOWED rates` names two faults. */
const faultsIn = (detail: string): string[] => [
  ...new Set([...detail.matchAll(/(?:: |; )([A-Z][A-Z_]+)/g)].map(([, fault]) => fault as string)),
]

/** Why a case stopped: what could not be told, and the values that it saw. */
export const stoppedWords = (tale: Tale, stopped: Stopped, seen: Seen = {}): string[] => {
  const each = seenWords(tale, seen)
  return [
    ...obstaclesOf(tale, stopped).map(({ words }) => words),
    ...(each.length > 0 ? [tale.t('catalogue.ways.itWas', { seen: each.join('; ') })] : []),
  ]
}
