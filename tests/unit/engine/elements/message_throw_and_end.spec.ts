import { test } from '@japa/runner'
import { draw, end, ending, message, start, throwing, user } from '../builder.ts'
import { Case } from '../case.ts'

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
})

test.group('Message end event', () => {
  const xml = draw('start -> tell', {
    start: start(),
    tell: ending(message('closed'), { 'fin:outcome': 'told', 'fin:correlation': 'number' }),
  })

  test('sends, and ends its branch with its outcome', async ({ assert }) => {
    const played = await Case.of(xml, { number: 'A-1' })
    assert.deepEqual(
      played.commands.flatMap(({ type }) => (type === 'trace' ? [] : [type])),
      ['send', 'end']
    )
    assert.equal(played.state?.outcome, 'told')
  })

  test('keeps the case open while it can not be sent', async ({ assert }) => {
    const played = await Case.of(xml, { number: 7 })
    assert.isFalse(played.ended)
    assert.isNull(played.state?.outcome ?? null)
    assert.isTrue(played.retry('tell', { number: 'seven' }).ended)
    assert.lengthOf(played.of('send', played.all), 1)
  })
})
