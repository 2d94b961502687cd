import { test } from '@japa/runner'
import { setTimeout as pause } from 'node:timers/promises'
import { Kept } from '#core/kept'

test.group('What was read lately', () => {
  test('is read once for all who ask, by key', async ({ assert }) => {
    const read: string[] = []
    const kept = new Kept(10_000, async (key) => (read.push(key), key.toUpperCase()))
    assert.deepEqual(await Promise.all([kept.of('a'), kept.of('b'), kept.of('a')]), ['A', 'B', 'A'])
    assert.deepEqual(read, ['a', 'b'])
  })

  test('is read again when its time is over, or when it was forgotten', async ({ assert }) => {
    let times = 0
    const kept = new Kept(20, async () => (times += 1))
    await kept.of('a')
    await pause(30)
    assert.equal(await kept.of('a'), 2)
    kept.forget()
    assert.equal(await kept.of('a'), 3)
  })

  test('is forgotten by its key, and the others stay', async ({ assert }) => {
    const read: string[] = []
    const kept = new Kept(10_000, async (key) => (read.push(key), key))
    await Promise.all([kept.of('a'), kept.of('b')])
    kept.forget('a')
    await Promise.all([kept.of('a'), kept.of('b')])
    assert.deepEqual(read, ['a', 'b', 'a'])
  })

  test('is not kept when reading it failed', async ({ assert }) => {
    let times = 0
    const kept = new Kept(10_000, async () => {
      times += 1
      if (times === 1) throw new Error('away')
      return times
    })
    await assert.rejects(() => kept.of('a'), 'away')
    assert.equal(await kept.of('a'), 2)
  })
})
