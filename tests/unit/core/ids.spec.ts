import { test } from '@japa/runner'
import { firstUuidv7, isUuid, risingUuidv7, uuidv7, uuidv7After } from '#core/ids'

test.group('An identifier', () => {
  test('rises with time, also within one millisecond', ({ assert }) => {
    const made = Array.from({ length: 1000 }, () => uuidv7(1_770_000_000_000))
    assert.deepEqual([...made].sort(), made)
    assert.equal(new Set(made).size, 1000)
  })

  test('that must rise does so also while others are made in between', ({ assert }) => {
    const made = Array.from({ length: 500 }, () => (uuidv7(), risingUuidv7(1_770_000_000_000)))
    assert.deepEqual([...made].sort(), made)
    assert.equal(new Set(made).size, 500)
    assert.isTrue(made.every(isUuid))
  })

  test('comes after another, also where a clock went back or a counter ran over', ({ assert }) => {
    const full = '019c2f3e-8bff-7fff-bfff-ffffffffffff'
    for (const now of [0, 1_770_000_000_000, Date.now()]) {
      let last = full
      for (let count = 0; count < 20; count++) {
        const next = uuidv7After(last, now)
        assert.isTrue(isUuid(next) && next > last, `${next} after ${last}`)
        last = next
      }
    }
    assert.equal(uuidv7After(null, 5).slice(0, 13), uuidv7(5).slice(0, 13))
  })

  test('is a UUID of version 7', ({ assert }) => {
    assert.isTrue(isUuid(uuidv7()))
    assert.equal(uuidv7()[14], '7')
  })

  test('of the first instant of a year comes before every other of that year', ({ assert }) => {
    const start = Date.UTC(2026, 0, 1)
    assert.isTrue(firstUuidv7(start) <= uuidv7(start))
    assert.isTrue(firstUuidv7(start) > uuidv7(start - 1))
  })
})
