import { test } from '@japa/runner'
import { load } from './load.js'

const { ancestors, letsThrough, NOBODY } = await load('reach')

test.group('Whom a folder lets through', () => {
  test('everybody when others may enter, nobody when it is private', ({ assert }) => {
    assert.isTrue(letsThrough({ mode: 0o40755, uid: 0 }))
    assert.isTrue(letsThrough({ mode: 0o40711, uid: 1000 }))
    assert.isFalse(letsThrough({ mode: 0o40700, uid: 0 }))
    assert.isFalse(letsThrough({ mode: 0o40750, uid: 1000 }))
    assert.isTrue(letsThrough({ mode: 0o40700, uid: NOBODY }))
  })

  test('all folders above count, from the root down', ({ assert }) => {
    assert.deepEqual(ancestors('/srv/finestra/var'), ['/', '/srv', '/srv/finestra', '/srv/finestra/var'])
  })
})
