import { test } from '@japa/runner'
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from '#cases/jobs/worker'

/** A desk with a pile of jobs that end when they are told to. */
function deskWith(count: number) {
  const pile = Array.from({ length: count }, (_, n) => ({ municipalityId: 'town', id: String(n) }))
  const seen: string[] = []
  const reported: unknown[] = []
  let running = 0
  let most = 0
  let open: () => void = () => {}
  const gate = new Promise<void>((resolve) => (open = resolve))
  return {
    seen,
    reported,
    open,
    most: () => most,
    add: (id: string) => void pile.push({ municipalityId: 'town', id }),
    claim: async (n: number) => pile.splice(0, n),
    nextDue: async () => null,
    run: async ({ id }: { id: string }) => {
      seen.push(id)
      most = Math.max(most, ++running)
      await gate
      running -= 1
      if (id === '1') throw new Error('this one fails')
    },
    report: (error: unknown) => void reported.push(error),
  }
}

test.group('A worker', () => {
  test('holds no more jobs at once than it may', async ({ assert }) => {
    const desk = deskWith(10)
    const worker = new Worker(desk, 4)
    worker.start()
    await sleep(30)
    assert.lengthOf(desk.seen, 4)
    desk.open()
    await sleep(30)
    await worker.stop()
    assert.lengthOf(desk.seen, 10)
    assert.equal(desk.most(), 4)
  })

  test('told that there is work looks at once, and not at its next look', async ({ assert }) => {
    const desk = deskWith(0)
    const worker = new Worker(desk, 2)
    worker.start()
    desk.open()
    await sleep(40)
    desk.add('told')
    worker.nudge()
    await sleep(40)
    assert.deepEqual(desk.seen, ['told'])
    await worker.stop()
  })

  test('told to stop, takes up nothing new and finishes what it holds', async ({ assert }) => {
    const desk = deskWith(10)
    const worker = new Worker(desk, 2)
    worker.start()
    await sleep(30)
    let stopped = false
    const stopping = worker.stop().then(() => (stopped = true))
    await sleep(30)
    assert.isFalse(stopped)
    desk.open()
    await stopping
    assert.deepEqual(desk.seen, ['0', '1'])
    assert.lengthOf(desk.reported, 1)
  })
})
