import { test } from '@japa/runner'
import { draw, end, ending, message, start } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

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

  test('has to say which message, and leads nowhere', async ({ assert }) => {
    const nameless = draw('start -> it', { start: start(), it: ending('<bpmn:messageEventDefinition/>') })
    assert.deepEqual(await saidOf(nameless), ['MESSAGE_MISSING it'])
    const onward = draw('start -> it -> end', { start: start(), it: ending(message('closed')), end: end() })
    assert.deepEqual(await saidOf(onward), ['END_GOES_ON it'])
    assert.deepEqual(await saidOf(xml), [])
  })
})
