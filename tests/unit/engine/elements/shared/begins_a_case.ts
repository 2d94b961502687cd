import { test } from '@japa/runner'
import type { Beginning } from '#engine/graph'
import { draw, end, start, startBy, user } from '../../builder.ts'
import { Case, graphOf } from '../../case.ts'

/** What a start event does that begins a case by something that was told. */
export function beginsACase(definition: string, beginning: Beginning): void {
  test('begins a case, once, with what was brought, and waits for nothing there', async ({ assert }) => {
    const xml = draw('start -> a -> end\ntold -> b -> end', {
      start: start(),
      a: user('a'),
      told: startBy(definition, { out: { got: 'result.n' } }),
      b: user('b'),
      end: end(),
    })
    const graph = await graphOf(xml)
    assert.deepEqual(graph.starts[1], beginning)
    const played = new Case(graph).happen({ type: 'start', variables: { n: 1 }, element: 'told' })
    assert.deepEqual(played.path, ['told', 'b'])
    assert.deepEqual(played.state?.variables, { n: 1, got: 1 })
    assert.deepEqual(
      played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type])),
      ['task']
    )
    assert.isTrue(played.done('b').ended)
  })
}
