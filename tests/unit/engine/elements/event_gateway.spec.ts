import { test } from '@japa/runner'
import { draw, end, message, race, receive, start, timer, waitFor } from '../builder.ts'
import { Case } from '../case.ts'

const xml = draw('start -> first -> answered -> yes\nfirst -> reminded -> again\nfirst -> expired -> no', {
  start: start(),
  first: race(),
  answered: waitFor(message('answer')),
  reminded: receive('reminder'),
  expired: waitFor(timer('15 working days')),
  yes: end('answered'),
  again: end('reminded'),
  no: end('silence'),
})

test.group('Event-based gateway', () => {
  test('waits for all events behind it at once', async ({ assert }) => {
    const played = await Case.of(xml)
    assert.deepEqual(played.waiting, ['answered', 'expired', 'first', 'reminded'])
    assert.deepEqual(played.path, ['start', 'first'])
  })

  test('goes the way of the first, and gives up the others', async ({ assert }) => {
    const ways = {
      answered: (played: Case) => played.message('answer'),
      reminded: (played: Case) => played.message('reminder'),
      silence: (played: Case) => played.trigger('expired'),
    }
    for (const [outcome, way] of Object.entries(ways)) {
      const played = way(await Case.of(xml))
      assert.equal(played.state?.outcome, outcome)
      assert.lengthOf(played.of('cancel'), 2)
      assert.deepEqual(played.state?.tokens, {})
      assert.lengthOf(played.path, 4)
    }
  })

  test('takes the arrow of the one that came, and no other', async ({ assert }) => {
    const played = (await Case.of(xml)).message('reminder')
    const taken = played
      .of('trace', played.all)
      .filter(({ kind, element }) => kind === 'take' && element === 'first')
    assert.deepEqual(
      taken.map(({ flow }) => played.graph.flows[flow!]!.target),
      ['reminded']
    )
  })
})
