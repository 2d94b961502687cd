import { test } from '@japa/runner'
import {
  call,
  draw,
  end,
  error,
  errorEnd,
  escalation,
  eventSub,
  on,
  receive,
  service,
  start,
  startBy,
  sub,
  throwing,
  user,
} from '../builder.ts'
import { saidOf } from '../linted.ts'

/** Something with an event on its border. */
const bordered = (host: ReturnType<typeof user>, definition: string) =>
  draw('start -> it -> end\ncaught -> other', {
    start: start(),
    it: host,
    caught: on('it', definition),
    end: end(),
    other: end(),
  })

const errors = { 'a.b': ['too_much', 'too_late'], 'a.c': [] }

test.group('What catches an error or an escalation', () => {
  test('on an activity names an error that the activity reports', async ({ assert }) => {
    const said = (activity: string, code?: string) =>
      saidOf(bordered(service(activity), error(code)), { errors })
    assert.deepEqual(await said('a.b', 'too_much'), [])
    assert.deepEqual(await said('a.b'), [])
    assert.deepEqual(await said('a.b', 'too_little'), ['ERROR_NEVER caught'])
    assert.deepEqual(await said('a.c'), ['ERROR_NEVER caught'])
    assert.deepEqual(await said('a.d', 'too_much'), ['ERROR_NEVER caught'])
  })

  test('on a task of the office, or on a call, may have any', async ({ assert }) => {
    for (const host of [user('a'), call('other')])
      for (const definition of [error('x'), error(), escalation('x'), escalation()])
        assert.deepEqual(await saidOf(bordered(host, definition), { errors }), [])
  })

  test('on what only waits never has one', async ({ assert }) => {
    assert.deepEqual(await saidOf(bordered(receive('M'), error('x'))), ['ERROR_NEVER caught'])
    assert.deepEqual(await saidOf(bordered(receive('M'), escalation())), ['ESCALATION_NEVER caught'])
  })

  test('around a part has what is thrown inside, however deep, and nothing else', async ({ assert }) => {
    const part = (inner: ReturnType<typeof user>) =>
      sub('s1 -> deep -> e1', {
        ...{ s1: start(), e1: end() },
        deep: sub('s2 -> it2 -> e2', { s2: start(), it2: inner, e2: end() }),
      })
    const up = throwing(escalation('x'))
    assert.deepEqual(await saidOf(bordered(part(up), escalation('x'))), [])
    assert.deepEqual(await saidOf(bordered(part(up), escalation())), [])
    assert.deepEqual(
      (await saidOf(bordered(part(up), escalation('y')))).filter((one) => !one.startsWith('warning')),
      ['ESCALATION_NEVER caught']
    )
    assert.deepEqual(await saidOf(bordered(part(service('a.b')), error('too_late')), { errors }), [])
  })

  test('in an event subprocess does not hear its neighbours, nor itself', async ({ assert }) => {
    const taking = (elements: Parameters<typeof draw>[1]) =>
      draw('start -> wait -> end', {
        ...{ start: start(), wait: receive('M'), end: end() },
        taker: eventSub('t -> again', {
          t: startBy(error('x')),
          again: errorEnd('x', { 'fin:outcome': 'o' }),
        }),
        ...elements,
      })
    assert.deepEqual(await saidOf(taking({})), ['ERROR_NEVER t'])
    assert.deepEqual(await saidOf(taking({ wait: user('a') })), [])
  })
})
