import { test } from '@japa/runner'
import { adHoc, draw, end, eventSub, message, start, startBy, sub, transaction, user } from '../builder.ts'
import { saidOf } from '../linted.ts'

const around = (part: ReturnType<typeof sub>) =>
  draw('start -> part -> end', { start: start(), part, end: end() })

test.group('A branch that just stops', () => {
  test('is refused wherever it stops', async ({ assert }) => {
    const top = draw('start -> a', { start: start(), a: user('a') })
    const inside = { s: start(), a: user('a') }
    const beside = draw('start -> end', {
      start: start(),
      end: end(),
      part: eventSub('s -> a', { ...inside, s: startBy(message('M')) }),
    })
    for (const xml of [top, around(sub('s -> a', inside)), around(transaction('s -> a', inside)), beside])
      assert.deepEqual(await saidOf(xml), ['DEAD_END a'])
  })

  test('is no fault of a step that a person begins as they see fit', async ({ assert }) => {
    assert.deepEqual(await saidOf(around(adHoc()('a -> b', { a: user('a'), b: user('b') }))), [])
  })
})
