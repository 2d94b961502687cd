import { test } from '@japa/runner'
import { condition, draw, end, message, parallel, race, start, user, waitFor, work } from '../builder.ts'
import { Case } from '../case.ts'
import { saidOf } from '../linted.ts'

const xml = draw('start -> holds -> a -> end', {
  start: start(),
  holds: waitFor(condition('amount > 10')),
  a: user('a'),
  end: end(),
})

test.group('Conditional catch event', () => {
  test('goes on at once where its condition holds already', async ({ assert }) => {
    const played = await Case.of(xml, { amount: 11 })
    assert.deepEqual(played.waiting, ['a'])
  })

  test('waits, quietly, until it does, by whatever changed', async ({ assert }) => {
    const played = await Case.of(xml, { amount: 1 })
    assert.deepEqual(
      played.commands.filter(({ type }) => type !== 'trace'),
      []
    )
    assert.deepEqual(played.set({ amount: 2 }).waiting, ['holds'])
    assert.deepEqual(played.set({ amount: 20 }).waiting, ['a'])
  })

  test('says what its condition saw when it came to hold', async ({ assert }) => {
    const played = (await Case.of(xml, { amount: 1 })).set({ amount: 20 })
    const because = played.of('trace').flatMap((trace) => trace.because ?? [])
    assert.deepEqual(because, [{ amount: 20 }])
  })

  test('what can not be told yet does not hold yet, and is no incident', async ({ assert }) => {
    const played = await Case.of(xml, { amount: null })
    assert.deepEqual(played.waiting, ['holds'])
    assert.deepEqual(played.of('incident'), [])
    assert.deepEqual(played.set({ amount: 11 }).waiting, ['a'])
  })

  test('that has all it asks for and is neither true nor false is an incident, and looked at again once it is mended', async ({
    assert,
  }) => {
    const played = await Case.of(xml, { amount: 'much' })
    assert.deepEqual(
      played.of('incident').map(({ code, detail, because }) => [code, detail, because]),
      [['condition_not_boolean', 'amount > 10', { amount: 'much' }]]
    )
    const key = played.key('holds')
    assert.deepEqual(played.retry('holds', { amount: 2 }).waiting, ['holds'])
    assert.equal(played.key('holds'), key)
    assert.deepEqual(played.set({ amount: 11 }).waiting, ['a'])
  })

  test('is looked at after each step of the case: what another branch works out, lets it go on', async ({
    assert,
  }) => {
    const two = draw('start -> fork -> holds -> a -> end\nfork -> b -> sum -> c -> end', {
      start: start(),
      fork: parallel(),
      holds: waitFor(condition('amount > 10')),
      a: user('a'),
      b: user('b'),
      sum: work({ amount: '5 + 6' }),
      c: user('c'),
      end: end(),
    })
    const played = (await Case.of(two)).done('b')
    assert.deepEqual(played.waiting, ['a', 'c'])
  })

  test('as the first of several events it ends the waiting for the others', async ({ assert }) => {
    const first = draw('start -> first -> holds -> a -> end\nfirst -> told -> b -> end', {
      start: start(),
      first: race(),
      holds: waitFor(condition('ready')),
      told: waitFor(message('M')),
      a: user('a'),
      b: user('b'),
      end: end(),
    })
    const played = await Case.of(first, { ready: false })
    const [told] = played.keys('told')
    played.set({ ready: true })
    assert.deepEqual(played.of('cancel'), [{ type: 'cancel', key: told }])
    assert.deepEqual(played.waiting, ['a'])
    // it holds already when the gateway is come to
    const already = await Case.of(first, { ready: true })
    assert.deepEqual(already.waiting, ['a'])
    const other = (await Case.of(first, { ready: false })).message('M')
    assert.deepEqual(other.waiting, ['b'])
    assert.deepEqual(other.of('cancel'), [])
    assert.deepEqual(other.set({ ready: true }).waiting, ['b'])
  })

  test('has a condition, in FEEL, that is a yes or no', async ({ assert }) => {
    const waiting = (definition: string) =>
      draw('start -> it -> end', { start: start(), it: waitFor(definition), end: end() })
    const known = { variables: { amount: 'number' } } as const
    assert.deepEqual(await saidOf(waiting(condition('amount > 10')), known), [])
    assert.deepEqual(await saidOf(waiting(condition('amount')), known), ['TYPE_NOT_EXPECTED it'])
    assert.deepEqual(await saidOf(waiting('<bpmn:conditionalEventDefinition/>')), [
      'CONDITION_OF_EVENT_MISSING it',
    ])
    const otherwise = condition('amount > 10').replace(
      '<bpmn:condition>',
      '<bpmn:condition xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:type="bpmn:tFormalExpression" language="groovy">'
    )
    assert.deepEqual(await saidOf(waiting(otherwise)), ['REFUSED_PROPERTY it'])
  })
})
