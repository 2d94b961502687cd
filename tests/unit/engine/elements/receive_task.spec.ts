import { test } from '@japa/runner'
import { draw, element, end, on, receive, start, timer } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { awaitsAMessage } from './shared/awaits_a_message.ts'

test.group('Receive task', () => {
  awaitsAMessage((given) => receive('reply', given))

  test('may have events on its border, which end the waiting', async ({ assert }) => {
    const xml = draw('start -> reply -> end\nlate -> expired', {
      start: start(),
      reply: receive('reply'),
      late: on('reply', timer('10 working days')),
      end: end('answered'),
      expired: end('silence'),
    })
    const played = (await Case.of(xml)).trigger('late')
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: 'reply:2' }])
    assert.equal(played.state?.outcome, 'silence')
    const answered = (await Case.of(xml)).message('reply')
    assert.deepEqual(answered.of('cancel'), [{ type: 'cancel', key: 'late:3' }])
  })

  test('has to say which message, and begins no process', async ({ assert }) => {
    const xml = (given: Record<string, string>) =>
      draw('start -> it -> end', { start: start(), it: element('receiveTask', given), end: end() })
    assert.deepEqual(await saidOf(xml({})), ['MESSAGE_MISSING it'])
    assert.deepEqual(await saidOf(xml({ messageRef: 'message_reply', instantiate: 'true' })), [
      'REFUSED_PROPERTY it',
    ])
  })
})
