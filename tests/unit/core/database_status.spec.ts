import { test } from '@japa/runner'
import { statusOfDatabaseError } from '#core/http/database_status'

const status = (code?: string, message = '') =>
  statusOfDatabaseError(Object.assign(new Error(message), { code }))

test.group('What a refusal of the database means to the one who asked', () => {
  test('away, restarting or full: later, please', ({ assert }) => {
    for (const code of [
      '57P01',
      '57P03',
      '08006',
      '53300',
      '40001',
      '40P01',
      '55P03',
      'ECONNREFUSED',
      'ECONNRESET',
    ])
      assert.equal(status(code), 503, code)
    assert.equal(status(undefined, 'Connection terminated unexpectedly'), 503)
    assert.equal(status(undefined, 'Knex: Timeout acquiring a connection. The pool is probably full.'), 503)
  })

  test('values that it does not take are the asker’s; a key that is taken is a conflict; no room is no room', ({
    assert,
  }) => {
    assert.equal(status('22P05'), 422)
    assert.equal(status('23505'), 409)
    assert.equal(status('53100'), 507)
  })

  test('everything else is no matter of the database, or our fault', ({ assert }) => {
    for (const code of ['42P01', '23503', 'E_NO_TENANT', 'ENOENT', undefined]) assert.isNull(status(code))
    assert.isNull(statusOfDatabaseError(null))
  })
})
