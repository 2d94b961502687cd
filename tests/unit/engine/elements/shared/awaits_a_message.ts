import { test } from '@japa/runner'
import { draw, end, start, type waitFor } from '../../builder.ts'
import { Case } from '../../case.ts'
import { saidOf } from '../../linted.ts'

type Given = Parameters<typeof waitFor>[1]
type Wait = (given?: Given) => ReturnType<typeof waitFor>

/** What the message catch event and the receive task have in common. */
export function awaitsAMessage(wait: Wait): void {
  const xml = (given?: Given) =>
    draw('start -> reply -> end', { start: start(), reply: wait(given), end: end() })

  test('subscribes to its message, and goes on with what it brings', async ({ assert }) => {
    const played = await Case.of(xml({ out: { answer: 'result.text' } }))
    assert.deepEqual(played.of('subscribe'), [
      { type: 'subscribe', key: 'reply:2', element: 'reply', message: 'reply' },
    ])
    assert.deepEqual(played.state?.tokens, {
      'reply:2': { element: 'reply', waits: 'message', message: 'reply' },
    })
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

  test('a correlation that is no text is an incident: nothing is subscribed to before it is mended', async ({
    assert,
  }) => {
    const played = await Case.of(xml({ 'fin:correlation': 'number' }), { number: null })
    assert.deepEqual(
      played.of('incident').map(({ code, detail }) => [code, detail]),
      [['correlation_not_text', 'number']]
    )
    assert.deepEqual(played.of('subscribe'), [])
    assert.isTrue(played.retry('reply', { number: 'E-1' }).message('reply', null, 'E-1').ended)
  })

  test('has to be told for which case by an expression that can give text', async ({ assert }) => {
    const known = { variables: { number: 'string', fee: 'number' } } as const
    assert.deepEqual(await saidOf(xml({ 'fin:correlation': 'number' }), known), [])
    assert.deepEqual(await saidOf(xml({ 'fin:correlation': 'fee' }), known), ['TYPE_NOT_EXPECTED reply'])
  })
}
