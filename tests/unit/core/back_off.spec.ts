import { test } from '@japa/runner'
import { backOffMs } from '#core/jobs/back_off'

test.group('Waiting after a failure', () => {
  test('doubles with each attempt, up to ten minutes', ({ assert }) => {
    const waits = [1, 2, 3, 10, 20].map((attempt) => backOffMs(attempt, 0.999999))
    assert.deepEqual(waits, [1000, 2000, 4000, 512000, 600000])
  })

  test('is spread over the upper half, so that what failed together returns apart', ({ assert }) => {
    assert.equal(backOffMs(3, 0), 2000)
    assert.equal(backOffMs(3, 0.5), 3000)
  })
})
