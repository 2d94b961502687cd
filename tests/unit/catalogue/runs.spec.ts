import { test } from '@japa/runner'
import { shortPath } from '#catalogue/index'

test.group('A path that goes round', () => {
  test('says how often, once it does so four times', ({ assert }) => {
    assert.deepEqual(shortPath(['a', 'b', 'b', 'b', 'c']), ['a', 'b', 'b', 'b', 'c'])
    assert.deepEqual(shortPath(['a', 'b', 'b', 'b', 'b', 'c']), ['a', 'b ×4', 'c'])
  })

  test('may do so in several steps', ({ assert }) => {
    const round = ['check', 'ask']
    assert.deepEqual(shortPath(['start', ...round, ...round, ...round, ...round, 'check', 'end']), [
      ...['start', '(check → ask) ×4', 'check', 'end'],
    ])
  })

  test('is told as it is where nothing comes again', ({ assert }) => {
    const path = ['a', 'b', 'a', 'c', 'a']
    assert.deepEqual(shortPath(path), path)
  })
})
