import { test } from '@japa/runner'
import { draw, end, start, user } from '../builder.ts'
import { graphOf } from '../case.ts'

test.group('A step of the graph', () => {
  test('keeps what its author calls it, its code and the phase it begins, or none', async ({ assert }) => {
    const { nodes } = await graphOf(
      draw('start -> it -> end', {
        start: start(),
        it: user('a', { name: 'Look at it', 'fin:code': ' R1 ', 'fin:phase': 'review' }),
        end: end(),
      })
    )
    const told = (id: string) => [nodes[id]?.name, nodes[id]?.code, nodes[id]?.phase]
    assert.deepEqual(told('it'), ['Look at it', 'R1', 'review'])
    assert.deepEqual(told('end'), [null, null, null])
  })
})
