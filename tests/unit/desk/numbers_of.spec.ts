import { test } from '@japa/runner'
import { numbersOf } from '#desk/http/versions/run_lines'

const called = (version: string, digest: string) =>
  ({ digest: digest.repeat(64), sheet: { version } }) as Parameters<typeof numbersOf>[0]

test.group('Two versions of a procedure', () => {
  test('are told by their numbers', ({ assert }) => {
    assert.deepEqual(numbersOf(called('1.0.0', 'a'), called('2.0.0', 'b')), { from: '1.0.0', to: '2.0.0' })
  })

  test('are told apart by their digests where both have the same number', ({ assert }) => {
    assert.deepEqual(numbersOf(called('1.0.0', 'a'), called('1.0.0', 'b')), {
      from: '1.0.0 (aaaaaaaaaaaa)',
      to: '1.0.0 (bbbbbbbbbbbb)',
    })
  })
})
