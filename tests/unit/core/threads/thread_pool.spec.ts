import { test } from '@japa/runner'
import { ThreadPool, ThreadStopped, threadModule } from '#core/threads/thread_pool'
import type { OddJob } from './odd_worker.ts'

const poolOf = (idleMs?: number) =>
  new ThreadPool<OddJob, string>(
    threadModule('./odd_worker', import.meta.url),
    { cpuMs: 300, wallMs: 20_000, memoryMb: 64 },
    1,
    idleMs
  )

test.group('A thread of its own', (group) => {
  const pool = poolOf()
  group.teardown(() => pool.close())

  test('answers, and says why it could not', async ({ assert }) => {
    assert.equal(await pool.run('answers'), 'done')
    await assert.rejects(() => pool.run('fails'), 'TypeError: no')
    assert.equal(await pool.run('answers'), 'done')
  }).timeout(60_000)

  for (const [job, why] of [
    ['loops', 'time'],
    ['hoards', 'memory'],
    ['digs', 'memory'],
    ['ends', 'ended'],
  ] as const) {
    test(`that ${job} is ended, and the next job gets another one`, async ({ assert }) => {
      const [stopped, next] = await Promise.allSettled([pool.run(job), pool.run('answers')])
      assert.instanceOf((stopped as PromiseRejectedResult).reason, ThreadStopped)
      assert.equal((stopped as PromiseRejectedResult).reason.why, why)
      assert.equal((next as PromiseFulfilledResult<string>).value, 'done')
    }).timeout(60_000)
  }

  test('answers for what its job takes, not for what those before it left', async ({ assert }) => {
    const keeping = poolOf()
    for (let n = 0; n < 3; n += 1) assert.equal(await keeping.run('keeps'), 'done')
    await keeping.close()
  }).timeout(60_000)

  test('goes when there was nothing to do for a while, and comes back', async ({ assert }) => {
    const sleepy = poolOf(10)
    assert.equal(await sleepy.run('answers'), 'done')
    await new Promise((resolve) => setTimeout(resolve, 100))
    assert.equal(await sleepy.run('answers'), 'done')
    await sleepy.close()
  }).timeout(60_000)

  test('refuses what still waits when it is closed', async ({ assert }) => {
    const closing = poolOf()
    const waiting = [closing.run('loops'), closing.run('answers')]
    const settled = Promise.allSettled(waiting)
    await closing.close()
    assert.deepEqual(
      (await settled).map(({ status }) => status),
      ['rejected', 'rejected']
    )
  }).timeout(60_000)
})
