import { test } from '@japa/runner'
import { draw, end, message, parallel, receive, start, waitFor } from '../builder.ts'
import { Case } from '../case.ts'

const kinds = {
  'Message catch event': (given = {}) => waitFor(message('reply'), given),
  'Receive task': (given = {}) => receive('reply', given),
}

for (const [name, wait] of Object.entries(kinds)) {
  const xml = (given = {}) =>
    draw('start -> reply -> end', { start: start(), reply: wait(given), end: end() })

  test.group(name, () => {
    test('subscribes to its message, and goes on with what it brings', async ({ assert }) => {
      const played = await Case.of(xml({ out: { answer: 'result.text' } }))
      assert.deepEqual(played.of('subscribe'), [
        { type: 'subscribe', key: 'reply:2', element: 'reply', message: 'reply' },
      ])
      played.message('reply', { text: 'yes' })
      assert.equal(played.state?.variables.answer, 'yes')
      assert.isTrue(played.ended)
    })

    test('another message, or one for somebody else, is not for it', async ({ assert }) => {
      const played = await Case.of(xml({ 'fin:correlation': 'number' }), { number: 'E-7' })
      assert.equal(played.of('subscribe')[0]?.correlation, 'E-7')
      for (const other of [
        () => played.message('answer'),
        () => played.message('reply'),
        () => played.message('reply', null, 'E-8'),
      ]) {
        assert.deepEqual(other().commands, [])
      }
      assert.isTrue(played.message('reply', null, 'E-7').ended)
    })

    test('a correlation that is no text is an incident', async ({ assert }) => {
      const played = await Case.of(xml({ 'fin:correlation': 'number' }), { number: null })
      assert.deepEqual(
        played.of('incident').map(({ code }) => code),
        ['correlation_not_text']
      )
      assert.isTrue(played.retry('reply', { number: 'E-1' }).message('reply', null, 'E-1').ended)
    })
  })
}

test.group('Messages', () => {
  test('one delivery reaches one wait: the oldest, or that of the key', async ({ assert }) => {
    const xml = draw('start -> fork -> one -> end\nfork -> two -> end', {
      start: start(),
      fork: parallel(),
      one: waitFor(message('reply')),
      two: waitFor(message('reply')),
      end: end(),
    })
    const played = await Case.of(xml)
    played.happen({ type: 'message', name: 'reply', payload: null }, false)
    assert.deepEqual(played.waiting, ['two'])
    const keyed = await Case.of(xml)
    keyed.happen({ type: 'message', name: 'reply', key: keyed.key('two'), payload: null })
    assert.deepEqual(keyed.waiting, ['one'])
  })
})
