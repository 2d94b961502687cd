import { test } from '@japa/runner'
import { firstUuidv7, isUuid, risingUuidv7, uuidv7 } from '#core/ids'

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
