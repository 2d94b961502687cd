import { test } from '@japa/runner'
import { draw, end, message, start, throwing, user } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const told = draw('start -> tell -> a -> end', {
  start: start(),
  tell: throwing(message('paid'), { 'fin:correlation': 'number', in: { amount: 'fee', to: '"cashier"' } }),
  a: user('a'),
  end: end(),
})

test.group('Message throw event', () => {
  test('orders a message with its key and what it brings, and goes on', async ({ assert }) => {
    const played = await Case.of(told, { number: 'A-1', fee: 12 })
    assert.deepEqual(played.of('send'), [
      {
        type: 'send',
        key: 'tell:2',
        element: 'tell',
        message: 'paid',
        correlation: 'A-1',
        payload: { amount: '12', to: 'cashier' },
      },
    ])
    assert.deepEqual(played.waiting, ['a'])
  })

  test('without a text to say for whom it is, nothing is sent until that is mended, and then once', async ({
    assert,
  }) => {
    const played = await Case.of(told, { number: null, fee: 12 })
    assert.deepEqual(played.of('send'), [])
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['correlation_not_text', 'number']]
    )
    played.retry('tell', { number: 'A-2' })
    assert.deepEqual(
      played.of('send', played.all).map(({ correlation }) => correlation),
      ['A-2']
    )
    assert.deepEqual(played.waiting, ['a'])
  })

  test('is for whoever waits for it, where it says nothing of a case', async ({ assert }) => {
    const xml = draw('start -> tell -> end', { start: start(), tell: throwing(message('paid')), end: end() })
    assert.deepEqual((await Case.of(xml)).of('send'), [
      { type: 'send', key: 'tell:2', element: 'tell', message: 'paid', payload: {} },
    ])
  })

  test('has to say which message, and for which case by text', async ({ assert }) => {
    const nameless = draw('start -> tell -> end', {
      start: start(),
      tell: throwing('<bpmn:messageEventDefinition/>'),
      end: end(),
    })
    assert.deepEqual(await saidOf(nameless), ['MESSAGE_MISSING tell'])
    const known = (number: 'string' | 'number') => ({ variables: { number, fee: 'number' } }) as const
    assert.deepEqual(await saidOf(told, known('string')), [])
    assert.deepEqual(await saidOf(told, known('number')), ['TYPE_NOT_EXPECTED tell'])
  })
})
