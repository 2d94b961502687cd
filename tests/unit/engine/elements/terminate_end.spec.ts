import { test } from '@japa/runner'
import { draw, end, eventSub, message, parallel, start, startBy, sub, terminate, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const forked = (ending = end()) =>
  sub('s -> f -> a -> e\nf -> b -> t', {
    s: start(),
    f: parallel(),
    a: user('a'),
    b: user('b'),
    e: end(),
    t: ending,
  })

test.group('Terminate end event', () => {
  test('ends every branch of the case, and stops what they waited for', async ({ assert }) => {
    const xml = draw('start -> fork -> a -> stop\nfork -> b -> end', {
      start: start(),
      fork: parallel(),
      a: user('a'),
      b: user('b'),
      stop: terminate('stopped'),
      end: end(),
    })
    const played = await Case.of(xml)
    const b = played.key('b')
    played.done('a')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: b }])
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'stopped' })
    assert.deepEqual(
      played.of('trace').flatMap(({ element, kind }) => (element === 'stop' ? [kind] : [])),
      ['enter', 'leave']
    )
  })

  test('inside a subprocess it ends only that', async ({ assert }) => {
    const xml = draw('start -> part -> after -> end', {
      start: start(),
      part: forked(terminate()),
      after: user('c'),
      end: end(),
    })
    const played = (await Case.of(xml)).done('b')
    assert.deepEqual(played.waiting, ['after'])
  })

  test('ends the others in the very step in which they would begin', async ({ assert }) => {
    const racing = { s: start(), f: parallel(), stop: terminate(), late: user('a'), e: end() }
    const flows = 's -> f -> stop\nf -> late -> e'
    const part = draw('start -> part -> end', { start: start(), part: sub(flows, racing), end: end() })
    for (const xml of [part, draw(flows, racing)]) {
      const played = await Case.of(xml)
      assert.isTrue(played.ended)
      assert.notInclude(played.path, 'late')
      assert.deepEqual(played.of('task'), [])
    }
  })

  test('takes the event subprocesses of its scope along, those that have begun and those that might', async ({
    assert,
  }) => {
    const aside = (definition: string) =>
      eventSub('s -> c -> e', { s: startBy(definition, { isInterrupting: 'false' }), c: user('c'), e: end() })
    const xml = draw('start -> a -> stop', {
      start: start(),
      a: user('a'),
      stop: terminate('stopped'),
      aside: aside(message('M')),
    })
    const played = await Case.of(xml)
    played.happen({ type: 'message', name: 'M', key: played.key('s'), payload: null }).done('a')
    assert.deepInclude(played.state, { tokens: {}, status: 'ended', outcome: 'stopped' })
    assert.sameMembers(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['c', 's']
    )
  })

  test('without an outcome of its own leaves the one that was reached', async ({ assert }) => {
    const xml = draw('start -> fork -> first\nfork -> a -> stop', {
      start: start(),
      fork: parallel(),
      first: end('first'),
      a: user('a'),
      stop: terminate(),
    })
    assert.equal((await Case.of(xml)).done('a').state?.outcome, 'first')
  })

  test('leads nowhere', async ({ assert }) => {
    const onward = draw('start -> stop -> end', { start: start(), stop: terminate(), end: end() })
    assert.deepEqual(await saidOf(onward), ['END_GOES_ON stop'])
  })
})
