import { test } from '@japa/runner'
import { draw, end, escalation, exclusive, many, on, start, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

test.group('Escalation boundary event', () => {
  const task = (cancelActivity?: string) =>
    draw('start -> a -> end\nheard -> b -> out', {
      start: start(),
      a: user('a'),
      heard: on('a', escalation('E'), { cancelActivity }),
      b: user('b'),
      end: end('done'),
      out: end('escalated'),
    })

  test('of a task hears what the person at it escalates, each time, while that goes on', async ({
    assert,
  }) => {
    const played = (await Case.of(task('false'))).escalate('a', 'E').escalate('a', 'E')
    assert.deepEqual(played.waiting, ['a', 'b', 'b'])
    assert.deepEqual(played.escalate('a', 'unknown').commands, [])
  })

  test('that interrupts ends the task, and what comes later is for nobody', async ({ assert }) => {
    const played = (await Case.of(task())).escalate('a', 'E')
    assert.deepEqual(played.waiting, ['b'])
    assert.deepEqual(played.happen({ type: 'escalation', key: 'a:2', code: 'E' }).commands, [])
    assert.deepEqual(played.doneAt('a:2').commands, [])
  })

  test('on something repeated it hears of each, and ends all', async ({ assert }) => {
    const xml = (cancelActivity: string) =>
      draw('start -> a -> end\nheard -> b -> out', {
        start: start(),
        a: many(user('a'), { 'fin:collection': '[1, 2]' }),
        heard: on('a', escalation('E'), { cancelActivity }),
        b: user('b'),
        end: end(),
        out: end(),
      })
    const beside = await Case.of(xml('false'))
    for (const key of beside.keys('a', 'task')) beside.happen({ type: 'escalation', key, code: 'E' }, false)
    assert.lengthOf(beside.keys('b'), 2)
    assert.lengthOf(beside.keys('a', 'task'), 2)
    const all = await Case.of(xml('true'))
    all.happen({ type: 'escalation', key: all.keys('a', 'task')[1]!, code: 'E' })
    assert.deepEqual(all.waiting, ['b'])
    assert.lengthOf(all.of('cancel'), 2)
  })

  test('waits for nothing by itself: it is gone with its task', async ({ assert }) => {
    const played = await Case.of(task())
    assert.deepEqual(played.waiting, ['a'])
    assert.deepEqual(played.done('a').of('cancel'), [])
    assert.equal(played.state?.outcome, 'done')
  })

  test('goes on by its flow, as the trace says', async ({ assert }) => {
    assert.deepEqual((await Case.of(task())).escalate('a', 'E').path, ['start', 'a', 'heard', 'b'])
  })

  test('sits on something that takes time, and leads on', async ({ assert }) => {
    assert.deepEqual(await saidOf(task('false')), [])
    const misplaced = draw('start -> x -> end\nheard -> end', {
      start: start(),
      x: exclusive(),
      heard: on('x', escalation('E')),
      end: end(),
    })
    assert.deepEqual(await saidOf(misplaced), ['BOUNDARY_WITHOUT_HOST heard'])
    const stops = draw('start -> a -> end', {
      start: start(),
      a: user('a'),
      heard: on('a', escalation('E')),
      end: end(),
    })
    assert.deepEqual(await saidOf(stops), ['DEAD_END heard'])
  })
})
