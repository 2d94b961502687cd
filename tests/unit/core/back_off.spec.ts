import { test } from '@japa/runner'
import { backOffMs } from '#core/jobs/back_off'

test.group('Waiting after a failure', () => {
  test('is ten times as long each time, up to ten minutes: three retries outlast an office that starts again', ({
    assert,
  }) => {
    const waits = [1, 2, 3, 10, 20].map((attempt) => backOffMs(attempt, 0.999999))
    assert.deepEqual(waits, [2000, 20_000, 200_000, 600_000, 600_000])
  })

  test('is spread over the upper half, so that what failed together returns apart', ({ assert }) => {
    assert.equal(backOffMs(3, 0), 100_000)
    assert.equal(backOffMs(3, 0.5), 150_000)
  })
})
