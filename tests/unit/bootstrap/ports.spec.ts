import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { load } from './load.js'

const { address, assertFree, freePort } = await load('ports')
const { assertOpenable } = await load('single')
const code = async (promise: Promise<unknown>) =>
  promise.then(
    () => 'free',
    (error) => error.code
  )

test.group('HOST and PORT', () => {
  test('without them the house opens on 3333 for this machine only', ({ assert }) => {
    assert.deepEqual(address({}), { host: '127.0.0.1', port: 3333 })
    assert.deepEqual(address({ HOST: '0.0.0.0', PORT: '8080' }), { host: '0.0.0.0', port: 8080 })
  })

  test('refuses the port {$self}')
    .with(['abc', '0', '65536', '80.5', '-1', '1e3'])
    .run(({ assert }, PORT) => {
      assert.throws(() => address({ PORT }), /is not a port/)
    })

  test('a taken port is named together with one that may be free', async ({ assert }) => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const error = await assertFree({ host: '127.0.0.1', port }, 0).catch((refusal: Error) => refusal)
    await new Promise((resolve) => server.close(resolve))
    assert.equal(error.code, 'PORT_TAKEN')
    assert.include(error.message, `Port ${port} is taken`)
    assert.equal(await code(assertFree({ host: '127.0.0.1', port }, 0)), 'free')
  })

  test('that this very house has already is no other program’s', async ({ assert, cleanup }) => {
    const folder = mkdtempSync(join(tmpdir(), 'house-'))
    const listen = `require('net').createServer().listen(0, '127.0.0.1', function () { console.log(this.address().port) })`
    const child = spawn(process.execPath, ['-e', listen, 'bin/start.js'])
    const before = process.env.FINESTRA_DATA
    cleanup(() => {
      child.kill()
      rmSync(folder, { recursive: true })
      if (before === undefined) delete process.env.FINESTRA_DATA
      else process.env.FINESTRA_DATA = before
    })
    const port = await new Promise<number>((said) => child.stdout.once('data', (line) => said(Number(line))))
    const at = { host: '127.0.0.1', port }
    process.env.FINESTRA_DATA = folder
    assert.equal(await code(assertOpenable(at)), 'PORT_TAKEN')
    writeFileSync(
      join(folder, 'running.json'),
      JSON.stringify({ pid: child.pid, script: 'bin/start.js', port })
    )
    const error = await assertOpenable(at).catch((refusal: Error) => refusal)
    assert.match(error.message, new RegExp(`already runs .*process ${child.pid}, port ${port}`))
  })

  test('waits for a neighbour that is just leaving', async ({ assert }) => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    setTimeout(() => server.close(), 150)
    assert.equal(await code(assertFree({ host: '127.0.0.1', port }, 3000)), 'free')
  })

  test('an address of another machine is refused', async ({ assert }) => {
    assert.equal(await code(assertFree({ host: '192.0.2.1', port: await freePort() }, 0)), 'HOST_UNKNOWN')
  })
})
