import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { dateDue, deadline, followsFrom, parseTerm } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const MADRID = algemesi.timeZone

test.group('A date that is given instead of a term', () => {
  test('has come with its first instant, by the clock of the town', ({ assert }) => {
    assert.equal(dateDue({ date: '2024-07-01' }, MADRID), '2024-06-30T22:00:00.000Z')
    assert.equal(dateDue({ date: '2024-12-01' }, MADRID), '2024-11-30T23:00:00.000Z')
  })

  test('is in the term that ends on it, also where the clocks change (art. 30)', ({ assert }) => {
    assert.equal(dateDue({ date: '2024-06-30', through: true }, MADRID), '2024-06-30T22:00:00.000Z')
    assert.equal(dateDue({ date: '2024-03-31', through: true }, MADRID), '2024-03-31T22:00:00.000Z')
  })

  test('with its hour is that moment', ({ assert }) => {
    assert.equal(dateDue({ date: '2024-07-01T10:00:00+02:00' }, MADRID), '2024-07-01T08:00:00.000Z')
  })
})

test.group('A term that follows another', () => {
  /** Ten working days, three times, by hand: 18, 19 and 29 March and 1 April and 1 May are closed. */
  test('begins on the day after the last one, so that nothing drifts (art. 30.3)', ({ assert }) => {
    const ten = unwrap(parseTerm('10 working days'))
    const ends: string[] = []
    for (let from = '2024-03-11'; ends.length < 3;) {
      const { lastDay, expiresAt } = deadline(ten, from, algemesi)
      ends.push(lastDay)
      from = followsFrom(ten, expiresAt, MADRID)
    }
    assert.deepEqual(ends, ['2024-03-27', '2024-04-12', '2024-04-26'])
  })

  test('of hours goes on from the minute (art. 30.1)', ({ assert }) => {
    const two = unwrap(parseTerm('2 hours'))
    const { expiresAt } = deadline(two, '2024-04-12T08:15:00Z', algemesi)
    assert.equal(followsFrom(two, expiresAt, MADRID), '2024-04-12T10:15:00.000Z')
  })
})
