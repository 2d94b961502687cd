import { test } from '@japa/runner'
import { draw, end, milestone, start, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Milestone', () => {
  test('says that the case has come there, begins its phase, and holds nothing up', async ({ assert }) => {
    const xml = draw('start -> reached -> a -> end', {
      start: start(),
      reached: milestone({ 'fin:phase': 'decision' }),
      a: user('a'),
      end: end(),
    })
    const played = await Case.of(xml)
    assert.deepEqual(played.path, ['start', 'reached', 'a'])
    assert.deepEqual(played.of('phase'), [{ type: 'phase', phase: 'decision' }])
    assert.equal(played.state?.phase, 'decision')
    assert.deepEqual(played.waiting, ['a'])
  })

  test('leads on, and throws nothing', async ({ assert }) => {
    const xml = (flows: string) => draw(flows, { start: start(), reached: milestone(), end: end() })
    assert.deepEqual(await saidOf(xml('start -> reached -> end')), [])
    assert.deepEqual(
      (await Case.of(xml('start -> reached -> end'))).commands.flatMap(({ type }) =>
        type === 'trace' ? [] : [type]
      ),
      ['end']
    )
    assert.deepEqual(await saidOf(draw('start -> reached', { start: start(), reached: milestone() })), [
      'DEAD_END reached',
    ])
  })
})
