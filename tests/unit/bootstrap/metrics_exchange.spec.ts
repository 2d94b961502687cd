import { EventEmitter } from 'node:events'
import { test } from '@japa/runner'
import { load } from './load.js'

const { metricsExchange } = await load('metrics_exchange')

/** A process as the supervisor has it: what is sent to it is kept, and may be answered. */
class Child extends EventEmitter {
  connected = true
  readonly heard: any[] = []

  constructor(private readonly told: unknown = null) {
    super()
  }

  send(message: any) {
    this.heard.push(message)
    if (message.metrics === 'tell' && this.told)
      this.emit('message', { metrics: 'told', id: message.id, families: this.told })
  }
}

const answered = async (child: Child) => {
  while (!child.heard.some(({ metrics }) => metrics === 'all'))
    await new Promise((resolve) => setTimeout(resolve, 10))
  return child.heard.find(({ metrics }) => metrics === 'all').counted
}

test.group('What processes counted', () => {
  test('is told of all by whichever is asked', async ({ assert }) => {
    const join = metricsExchange()
    const [one, other] = [new Child(['a']), new Child(['b'])]
    join(one, 'web-1')
    join(other, 'worker')
    other.emit('message', { metrics: 'ask', id: 'x' })
    assert.deepEqual(await answered(other), { 'web-1': ['a'], worker: ['b'] })
    assert.lengthOf(one.heard, 1)
  })

  test('is told without those who are silent or gone, and other messages are nobody’s affair', async ({
    assert,
  }) => {
    const join = metricsExchange()
    const [one, silent, gone] = [new Child(['a']), new Child(), new Child(['c'])]
    join(one, 'web-1')
    join(silent, 'web-2')
    join(gone, 'worker')
    gone.emit('exit')
    for (const message of ['ready', undefined, { metrics: 'told', id: 'never', families: [] }])
      one.emit('message', message)
    one.emit('message', { metrics: 'ask', id: 'y' })
    assert.deepEqual(await answered(one), { 'web-1': ['a'] })
  })
})
