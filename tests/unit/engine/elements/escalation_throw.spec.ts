import { test } from '@japa/runner'
import { draw, end, escalation, on, start, sub, throwing, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { around, part, tasks } from './shared/escalating.ts'

test.group('Escalation throw event', () => {
  test('is heard before the thrower moves on, and both go on when it does not interrupt', async ({
    assert,
  }) => {
    for (const code of ['E', undefined]) {
      const played = (await Case.of(around(part(), code, 'false'))).done('a')
      assert.deepEqual(tasks(played), ['d', 'b'])
      assert.deepEqual(played.waiting, ['b', 'c', 'd', 'part'])
    }
  })

  test('does not go on when it ends the part that it stands in', async ({ assert }) => {
    const played = (await Case.of(around(part(), 'E'))).done('a')
    assert.deepEqual(tasks(played), ['d'])
    assert.deepEqual(played.waiting, ['d'])
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['c']
    )
    assert.equal(played.done('d').state?.outcome, 'escalated')
  })

  test('unheard, it is no fault: the case goes on, and the drawing is warned of', async ({ assert }) => {
    const played = (await Case.of(around(part(), 'other', 'false'))).done('a')
    assert.deepEqual(tasks(played), ['b'])
    assert.deepEqual(played.of('incident'), [])
    assert.deepEqual(
      played.graph.warnings.map(({ code, element }) => [code, element]),
      [['ESCALATION_UNHEARD', 'up']]
    )
  })

  test('the nearest that takes its code hears it, and no other; its own code comes before any code', async ({
    assert,
  }) => {
    const xml = draw('start -> outer -> end\nany -> x -> end', {
      start: start(),
      outer: sub('s1 -> part -> e1\nfirst -> y -> e1\nexact -> z -> e1', {
        s1: start(),
        part: part(),
        first: on('part', escalation(), { cancelActivity: 'false' }),
        exact: on('part', escalation('E'), { cancelActivity: 'false' }),
        y: user('y'),
        z: user('z'),
        e1: end(),
      }),
      any: on('outer', escalation()),
      x: user('x'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('a')
    assert.deepEqual(tasks(played), ['z', 'b'])
  })

  test('has to say its code', async ({ assert }) => {
    const xml = draw('start -> it -> end', { start: start(), it: throwing(escalation()), end: end() })
    assert.deepEqual(await saidOf(xml), ['ESCALATION_WITHOUT_CODE it'])
    assert.deepEqual(await saidOf(around(part(), 'E')), [])
    assert.deepEqual(await saidOf(around(part(), 'other')), ['warning ESCALATION_UNHEARD up'])
  })
})
