import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { get } from 'node:http'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { test } from '@japa/runner'

const script = fileURLToPath(new URL('./fixtures/two_processes.js', import.meta.url))

/** Who answered: the number of the process. */
const ask = (port: number) =>
  new Promise<number>((resolve, reject) => {
    const request = get({ host: '127.0.0.1', port, agent: false }, async (response) => {
      let text = ''
      for await (const part of response) text += part
      resolve(Number(text))
    })
    request.on('error', reject)
  })

test.group('Connections on their way to a web process that is killed', () => {
  test('are answered by the other one', async ({ assert, cleanup }) => {
    const house = spawn(process.execPath, [script], { stdio: ['ignore', 'pipe', 'inherit'] })
    cleanup(() => void house.kill())
    const { port, pids } = JSON.parse(String((await once(house.stdout, 'data'))[0]))

    process.kill(pids[0], 'SIGSTOP')
    let waiting = 6
    const answers = Promise.all(Array.from({ length: 6 }, () => ask(port).finally(() => waiting--)))
    await pause(300)
    assert.equal(waiting, 1, 'one waits for the process that stands still')

    process.kill(pids[0], 'SIGKILL')
    assert.deepEqual(await answers, Array(6).fill(pids[1]))
  }).timeout(10_000)
})
