import { test } from '@japa/runner'
import { draw, end, exclusive, many, on, signal, start, sub, user, waitFor } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = (cancelActivity?: string) =>
  draw('start -> a -> end\nheard -> b -> out', {
    start: start(),
    a: user('a'),
    heard: on('a', signal('S'), { cancelActivity, out: { got: 'result' } }),
    b: user('b'),
    end: end('done'),
    out: end('heard'),
  })

test.group('Signal boundary event', () => {
  test('ends what it sits on', async ({ assert }) => {
    const played = (await Case.of(xml())).signal('S', 1)
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'a:2' }])
    assert.deepEqual(played.waiting, ['b'])
    assert.deepEqual(played.state?.variables, { got: 1 })
    assert.deepEqual(played.doneAt('a:2').commands, [])
  })

  test('stops listening once that is done', async ({ assert }) => {
    const played = (await Case.of(xml())).done('a')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'heard:3' }])
    assert.equal(played.state?.outcome, 'done')
  })

  test('when it does not interrupt, opens a branch for each signal and listens on', async ({ assert }) => {
    const played = (await Case.of(xml('false'))).signal('S', 1, false).signal('S', 2, false)
    assert.deepEqual(played.waiting, ['a', 'b', 'b', 'heard'])
    assert.lengthOf(played.of('listen'), 1)
    // by its key, the same delivery twice opens one branch
    const key = played.key('heard')
    for (const _ of [1, 2]) played.happen({ type: 'signal', name: 'S', key, payload: 3 })
    assert.lengthOf(played.keys('b'), 3)
    played.done('a')
    assert.deepEqual(
      played.of('cancel').map(({ key: each }) => each.split(':')[0]),
      ['heard']
    )
    assert.isFalse(played.ended)
  })

  test('on something repeated it watches all of it, once', async ({ assert }) => {
    const repeated = draw('start -> a -> end\nheard -> out', {
      start: start(),
      a: many(user('a'), { 'fin:collection': '[1, 2, 3]' }),
      heard: on('a', signal('S')),
      end: end(),
      out: end('heard'),
    })
    const played = await Case.of(repeated)
    assert.lengthOf(played.of('listen'), 1)
    played.doneAt(played.keys('a', 'task')[0]!)
    const open = played.keys('a', 'task')
    played.signal('S')
    assert.sameMembers(
      played.of('cancel').map(({ key }) => key),
      open
    )
    assert.equal(played.state?.outcome, 'heard')
  })

  test('has to say which signal, and sits on something that takes time', async ({ assert }) => {
    const sitting = (definition: string, host: ReturnType<typeof user> = user('a')) =>
      draw('start -> it -> end\nheard -> end', {
        start: start(),
        it: host,
        heard: on('it', definition),
        end: end(),
      })
    assert.deepEqual(await saidOf(sitting(signal('S'))), [])
    assert.deepEqual(await saidOf(sitting('<bpmn:signalEventDefinition/>')), ['SIGNAL_MISSING heard'])
    assert.deepEqual(await saidOf(sitting(signal('S'), exclusive())), ['BOUNDARY_WITHOUT_HOST heard'])
  })

  test('who listened in what it ends does not hear it any more', async ({ assert }) => {
    const whole = draw('start -> part -> end\nheard -> b -> out', {
      start: start(),
      part: sub('s -> inner -> c -> e', { s: start(), inner: waitFor(signal('S')), c: user('c'), e: end() }),
      heard: on('part', signal('S')),
      b: user('b'),
      end: end(),
      out: end(),
    })
    const played = await Case.of(whole)
    const key = played.key('inner')
    played.signal('S')
    assert.deepEqual(played.waiting, ['b'])
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key }])
    assert.deepEqual(
      played.of('trace').filter(({ element }) => element === 'inner'),
      []
    )
  })
})
