import { test } from '@japa/runner'
import { type Beginning } from '#engine/index'
import { draw, end, exclusive, message, signal, start, startBy, timer, user } from './builder.ts'
import { Case, graphOf } from './case.ts'

const xml = draw(
  `start -> a -> end
   told -> m
   yearly -> m
   heard -> m
   m -> b -> end`,
  {
    start: start(),
    told: startBy(message('M'), { out: { got: 'result' } }),
    yearly: startBy(timer('R/2027-01-01/12 months', 'timeCycle')),
    heard: startBy(signal('S')),
    m: exclusive(),
    a: user('a'),
    b: user('b'),
    end: end(),
  }
)

test.group('What a case begins by', () => {
  test('is told by the graph: a filing, a message, a date or term, a signal', async ({ assert }) => {
    const { starts, start: first } = await graphOf(xml)
    assert.equal(first, 'start')
    assert.deepEqual(
      starts.map((each) => [each.element, each.by, (each as { message?: string }).message ?? null]),
      [
        ['start', 'filing', null],
        ['told', 'message', 'M'],
        ['yearly', 'timer', null],
        ['heard', 'signal', null],
      ]
    )
    const timed = starts.find(({ by }) => by === 'timer') as Extract<Beginning, { by: 'timer' }>
    assert.deepEqual(timed.due, { date: '2027-01-01' })
    assert.isNull(timed.again?.times)
  })

  test('a filing begins at the plain start event, wherever that is drawn', async ({ assert }) => {
    assert.deepEqual((await Case.of(xml)).waiting, ['a'])
    const later = draw('told -> b -> end\nstart -> a -> end', {
      told: startBy(message('M')),
      start: start(),
      a: user('a'),
      b: user('b'),
      end: end(),
    })
    assert.equal((await graphOf(later)).start, 'start')
    assert.deepEqual((await Case.of(later)).waiting, ['a'])
  })

  test('without a plain start event, at the first there is', async ({ assert }) => {
    const bare = draw('told -> b -> end', { told: startBy(message('M')), b: user('b'), end: end() })
    assert.equal((await graphOf(bare)).start, 'told')
    assert.deepEqual((await Case.of(bare)).waiting, ['b'])
  })
})
