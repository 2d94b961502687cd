import { test } from '@japa/runner'
import { signal } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'
import { beginsACase } from './shared/begins_a_case.ts'
import { beginsAPart } from './shared/begins_a_part.ts'
import { BESIDE, top } from './shared/parts.ts'

test.group('Signal start event', () => {
  beginsAPart({
    definition: signal('S'),
    happens: (played) => played.happen({ type: 'signal', name: 'S', key: played.key('s'), payload: null }),
  })

  beginsACase(signal('S'), { element: 'told', by: 'signal', signal: 'S' })

  test('of an event subprocess listens in its scope, and keeps what comes each time', async ({ assert }) => {
    const played = await Case.of(top(signal('S'), { ...BESIDE, out: { got: 'result' } }))
    assert.deepEqual(played.of('listen'), [{ type: 'listen', key: 's:1', element: 's', signal: 'S' }])
    for (const n of [1, 2]) {
      played.happen({ type: 'signal', name: 'S', key: played.key('s'), payload: n })
      assert.equal(played.state?.variables.got, n)
      assert.lengthOf(played.keys('c'), n)
      assert.lengthOf(played.of('listen'), 1)
    }
  })

  test('has to say which signal', async ({ assert }) => {
    assert.deepEqual(await saidOf(top('<bpmn:signalEventDefinition/>')), ['SIGNAL_MISSING s'])
    assert.deepEqual(await saidOf(top(signal('S'))), [])
  })
})
