import type { Expression, FeelType, TypeEnvironment } from '#engine/feel'
import type { LoopPlan } from '#engine/graph'
import { type BpmnElement, is, text } from '#engine/reading/bpmn'
import { isVariable } from '#engine/reading/mappings'
import type { Reader } from '#engine/reading/reader'
import { MOST_TURNS } from '#engine/runtime/repeat'

/** What the conditions of a repeated element know beside the variables. */
const LOOP_VARIABLES: TypeEnvironment = {
  loopCounter: 'number',
  numberOfInstances: 'number',
  numberOfCompletedInstances: 'number',
  numberOfActiveInstances: 'number',
}

/** For each of a list; how many times is said by a cardinality. */
const LIST: FeelType = { list: 'any' }

const NEVER: Expression = { source: 'null', tree: { op: 'literal', value: null, at: 0 }, variables: [] }

/** How an activity is repeated, if it is; what is wrong with that has been reported. */
export function readLoop(reader: Reader): LoopPlan | undefined {
  const loop = reader.reference('loopCharacteristics')
  if (!loop) return undefined
  const byItems = is(loop, 'bpmn:MultiInstanceLoopCharacteristics')
  return byItems ? readItems(reader, loop) : readCondition(reader, loop)
}

function readItems(reader: Reader, loop: BpmnElement): LoopPlan {
  const [collection, times] = [text(loop, 'collection'), reader.body(loop, 'loopCardinality')]
  const source = collection ?? times
  if (!source) reader.problem('LOOP_WITHOUT_COLLECTION')
  if (collection && times) reader.problem('LOOP_TWO_COLLECTIONS')
  if (text(loop, 'itemType') && !text(loop, 'item'))
    reader.problem('REFUSED_PROPERTY', { property: 'itemType' })
  const item = variableIn(reader, loop, 'item')
  const collect = variableIn(reader, loop, 'collect')
  const each = text(loop, 'each')
  if (Boolean(collect) !== Boolean(each)) reader.problem('LOOP_COLLECT_INCOMPLETE')
  const value = collect && each ? reader.expression(each, { over: LOOP_VARIABLES }) : null
  const until = reader.body(loop, 'completionCondition')
  return {
    over: 'items',
    sequential: loop.get('isSequential') === true,
    collection: (source && reader.expression(source, { expects: collection ? LIST : 'number' })) || NEVER,
    item,
    collect: collect && value ? { name: collect, each: value } : null,
    until: until ? reader.expression(until, { expects: 'boolean', over: LOOP_VARIABLES }) : null,
  }
}

function readCondition(reader: Reader, loop: BpmnElement): LoopPlan {
  const condition = reader.body(loop, 'loopCondition')
  if (!condition) reader.problem('LOOP_WITHOUT_CONDITION')
  const most = loop.get('loopMaximum') ?? null
  if (most !== null && !isTurns(most)) reader.problem('LOOP_MOST', { most: MOST_TURNS })
  const expects = { expects: 'boolean', over: LOOP_VARIABLES } as const
  return {
    over: 'condition',
    condition: (condition && reader.expression(condition, expects)) || NEVER,
    testBefore: loop.get('testBefore') === true,
    most: isTurns(most) ? most : null,
  }
}

const isTurns = (most: unknown): most is number => typeof most === 'number' && most >= 1 && most <= MOST_TURNS

function variableIn(reader: Reader, loop: BpmnElement, attribute: 'item' | 'collect'): string | null {
  const name = text(loop, attribute)
  if (!name || isVariable(name)) return name
  reader.problem('MAPPING_NAME', { kind: attribute === 'item' ? 'input' : 'output', variable: name })
  return null
}
