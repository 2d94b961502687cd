import { test } from '@japa/runner'
import { load } from './load.js'

const { demoMeant } = await load('demo_meant')

test.group('The sign-ins of the demo towns, which everybody knows', () => {
  test('serve on this machine', ({ assert }) => {
    for (const host of ['127.0.0.1', '::1', 'localhost', '127.0.0.53'])
      assert.isTrue(demoMeant({}, host), host)
    assert.isTrue(demoMeant({ PUBLIC_URL: 'http://vilaserena.localhost:3333' }, '127.0.0.1'))
  })

  test('are withheld where the house can be reached from elsewhere, behind a proxy included', ({
    assert,
  }) => {
    for (const host of ['0.0.0.0', '::', '192.168.1.7', 'house.lan', 'localhost.example', '127.example'])
      assert.isFalse(demoMeant({}, host), host)
    assert.isFalse(demoMeant({ PUBLIC_URL: 'https://sede.example' }, '127.0.0.1'))
    assert.isFalse(demoMeant({ PUBLIC_URL: 'no address' }, '127.0.0.1'))
  })

  test('are as the operator says, who goes first', ({ assert }) => {
    assert.isTrue(demoMeant({ FINESTRA_DEMO: '1' }, '0.0.0.0'))
    assert.isTrue(demoMeant({ FINESTRA_DEMO: 'true', PUBLIC_URL: 'https://sede.example' }, '127.0.0.1'))
    assert.isFalse(demoMeant({ FINESTRA_DEMO: '0' }, '127.0.0.1'))
  })
})
