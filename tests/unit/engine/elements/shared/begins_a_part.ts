import { test } from '@japa/runner'
import { Case } from '../../case.ts'
import { BESIDE, top, within } from './parts.ts'

interface Beginning {
  definition: string
  happens(played: Case): Case
  /** It can let what runs go on. */
  beside?: boolean
  /** It is listened for outside, which has to be told when nobody waits for it any longer. */
  outside?: boolean
}

const open = (played: Case) => played.waiting.filter((id) => id !== 's')

/** What any start event does that begins an event subprocess. */
export function beginsAPart({ definition, happens, beside = true, outside = true }: Beginning): void {
  test('begins its part: ends what runs in its scope, then goes on for it', async ({ assert }) => {
    const played = happens(await Case.of(top(definition), { x: false }))
    assert.deepEqual(played.waiting, ['aside', 'c'])
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key.split(':')[0]),
      ['a']
    )
    assert.deepEqual(played.path.slice(-3), ['aside', 's', 'c'])
    assert.equal(played.done('c').state?.outcome, 'aside')
    assert.deepInclude(played.state, { tokens: {}, joins: {}, status: 'ended' })
  })

  test('in a subprocess ends that one only, which is then left as it always is', async ({ assert }) => {
    const played = happens(await Case.of(within(definition), { x: false }))
    assert.deepEqual(played.waiting, ['aside', 'c', 'part'])
    assert.equal(played.state?.tokens[played.key('aside')]?.scope, played.key('part'))
    assert.deepEqual(played.done('c').waiting, ['b'])
    assert.equal(played.done('b').state?.outcome, 'done')
  })

  if (beside)
    test('that interrupts nothing runs beside, and its scope waits for it', async ({ assert }) => {
      const played = happens(await Case.of(within(definition, BESIDE), { x: false }))
      assert.deepEqual(open(played), ['a', 'aside', 'c', 'part'])
      assert.deepEqual(played.of('cancel'), [])
      assert.deepEqual(open(played.done('a')), ['aside', 'c', 'part'])
      assert.deepEqual(played.done('c').waiting, ['b'])
    })

  test('is no longer waited for once its scope is left', async ({ assert }) => {
    const played = await Case.of(within(definition), { x: false })
    const keys = played.keys('s')
    played.done('a')
    assert.deepEqual(
      played.of('cancel').map(({ key }) => key),
      outside ? keys : []
    )
    assert.deepEqual(played.waiting, ['b'])
    for (const key of keys) assert.deepEqual(played.happen({ type: 'trigger', key }).commands, [])
  })
}
