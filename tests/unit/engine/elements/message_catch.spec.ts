import { test } from '@japa/runner'
import { draw, end, message, parallel, start, waitFor } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { awaitsAMessage } from './shared/awaits_a_message.ts'

test.group('Message catch event', () => {
  awaitsAMessage((given) => waitFor(message('reply'), given))

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

  test('has to say which message', async ({ assert }) => {
    const nameless = draw('start -> it -> end', {
      start: start(),
      it: waitFor('<bpmn:messageEventDefinition/>'),
      end: end(),
    })
    assert.deepEqual(await saidOf(nameless), ['MESSAGE_MISSING it'])
  })
})
