import { createServer } from 'node:net'
import type { AddressInfo } from 'node:net'
import { test } from '@japa/runner'
import { load } from './load.js'

const { address, assertFree, freePort } = await load('ports')
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
