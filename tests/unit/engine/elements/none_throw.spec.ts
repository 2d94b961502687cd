import { test } from '@japa/runner'
import { draw, end, milestone, start, user } from '../builder.ts'
import { Case } from '../case.ts'

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
})
