import assert from 'node:assert/strict'
import { test } from '@japa/runner'
import fc from 'fast-check'
import { type Event, type Graph, type State, modificationFaults } from '#engine/index'
import { blocks, predict } from './blocks/index.ts'
import { Outside } from './blocks/outside.ts'
import { numbers } from './blocks/play.ts'
import { Case, graphOf } from './case.ts'

const PROCESSES = 300
const EVENTS = 40

type Happening = Parameters<Case['happen']>[0]

/** Something that may or may not be waited for, at a token that stands, stood or never did. */
function anyEvent({ graph, state }: Case, keys: string[], below: (below: number) => number): Happening {
  const one = <T>(of: readonly T[]): T => of[below(of.length)] as T
  const standing = Object.keys((state as State).tokens)
  const key = below(4) > 0 && standing.length > 0 ? one(standing) : one([...keys, 'nothing:1'])
  const { message, signal, element } = (state as State).tokens[key] ?? {
    element: one(Object.keys(graph.nodes)),
  }
  const anywhere = one(Object.keys(graph.nodes))
  const events: (() => Happening)[] = [
    () => ({ type: 'done', key, result: null }),
    () => ({ type: 'done', key, result: { any: 1 } }),
    () => ({ type: 'trigger', key }),
    () => ({ type: 'message', name: message ?? 'none', payload: null, key }),
    () => ({ type: 'signal', name: signal ?? 'none', payload: null, key }),
    () => ({ type: 'variables', variables: { [`is_${element}`]: below(3) > 0 } }),
    () => ({ type: 'error', key, code: one(['E', `E${element}`]) }),
    () => ({ type: 'escalation', key, code: one(['E', `E${element}`]) }),
    () => ({ type: 'choose', key, element: anywhere }),
    () => ({ type: 'fail', key, reason: 'down' }),
    () => ({ type: 'retry', key }),
    () => ({ type: 'modify', cancel: [key], activate: [] }),
    () => ({ type: 'modify', cancel: below(2) ? [key] : [], activate: [{ element: anywhere }] }),
    () => ({ type: 'modify', cancel: [], activate: [{ element: anywhere, scope: one(standing) ?? '' }] }),
  ]
  return one(events)()
}

/** A state that anybody can go on from: each token in something that is open, and nothing counted of what is not. */
function isWhole(graph: Graph, { tokens, joins, compensations = [], status }: State): void {
  for (const [key, { scope, host, element, loop, starter }] of Object.entries(tokens)) {
    assert.ok(graph.nodes[element], element)
    for (const around of [scope, host])
      assert.ok(around === undefined || tokens[around], `${key} in ${around}`)
    const inside = scope === undefined ? null : tokens[scope]!.element
    const part = graph.nodes[element]!.scope
    // who may begin a part stands in what is around that
    const drawnIn = starter && part !== null ? graph.nodes[part]!.scope : part
    // a repetition stands in what stands for all, a handler in what ordered it
    if (inside !== element && tokens[scope ?? '']?.waits !== 'undoing') assert.equal(inside, drawnIn, key)
    if (loop) assert.ok(loop.done <= loop.begun && loop.begun <= (loop.items?.length ?? Infinity), key)
    if (loop?.items?.length === 0) assert.fail(`${key} goes round for nothing`)
  }
  for (const join of Object.keys(joins)) {
    const around = join.includes('/') ? join.slice(0, join.lastIndexOf('/')) : null
    assert.ok(around === null || tokens[around], join)
  }
  for (const { scope } of compensations) assert.ok(scope === undefined || tokens[scope], scope)
  if (status === 'ended') assert.deepEqual([tokens, joins, compensations], [{}, {}, []])
}

test.group('Whatever happens to a case, and whenever', () => {
  test('it stands somewhere whole, and those outside know what it waits for', async ({ assert: told }) => {
    let steps = 0
    await fc.assert(
      fc.asyncProperty(blocks, fc.integer(), async (block, chance) => {
        const { xml, variables } = predict(block)
        const [played, outside, below] = [new Case(await graphOf(xml)), new Outside(), numbers(chance)]
        const happen = (happening: Happening) => {
          const before = played.state
          played.happen(happening, false)
          outside.hear(happening as Event, played.commands, played.state as State)
          isWhole(played.graph, played.state as State)
          if (
            happening.type === 'modify' &&
            before &&
            modificationFaults(played.graph, before, happening).length > 0
          )
            assert.deepEqual(played.state, before)
          steps += 1
        }
        happen({ type: 'start', variables })
        const keys: string[] = []
        for (let n = 0; n < EVENTS && !played.ended; n += 1) {
          keys.push(...Object.keys((played.state as State).tokens))
          happen(anyEvent(played, keys, below))
        }
        assert.deepEqual(played.replayed(), played.state)
      }),
      { numRuns: PROCESSES }
    )
    told.isAbove(steps, PROCESSES * 5)
  }).timeout(120_000)
})
