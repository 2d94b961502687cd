import { test } from '@japa/runner'
import { message } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsACase } from './shared/begins_a_case.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Message start event', () => {
  beginsAPart({
    definition: message('M'),
    happens: (played) => played.happen({ type: 'message', name: 'M', key: played.key('s'), payload: null }),
  })

  beginsACase(message('M'), { element: 'told', by: 'message', message: 'M' })

  test('of an event subprocess subscribes in its scope, and keeps what comes each time', async ({
    assert,
  }) => {
    const given = { 'fin:correlation': 'number', ...BESIDE, out: { got: 'result' } }
    const played = await Case.of(top(message('M'), given), { number: 'E-1' })
    assert.deepEqual(played.of('subscribe'), [
      { type: 'subscribe', key: 's:1', element: 's', message: 'M', correlation: 'E-1' },
    ])
    assert.deepEqual(played.message('M', 'late', 'E-2').commands, [])
    for (const n of [1, 2]) {
      played.happen({ type: 'message', name: 'M', key: played.key('s'), correlation: 'E-1', payload: n })
      assert.equal(played.state?.variables.got, n)
      assert.lengthOf(played.keys('c'), n)
      assert.lengthOf(played.of('subscribe'), 1)
    }
  })

  test('has to say which message', async ({ assert }) => {
    assert.deepEqual(await saidOf(top('<bpmn:messageEventDefinition/>')), ['MESSAGE_MISSING s'])
    assert.deepEqual(await saidOf(top(message('M'))), [])
  })
})
