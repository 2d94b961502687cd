import { test } from '@japa/runner'
import { ProblemError } from '#core/http/problem'
import { refusalOf } from '#start/refusal'

const failed = (code: string) => Object.assign(new Error('planted'), { code })

test.group('What a failure means to whoever asked', () => {
  for (const [code, status] of Object.entries({
    '22021': 422,
    '22P02': 422,
    '23505': 409,
    '40001': 503,
    '40P01': 503,
    '55P03': 503,
    '53300': 503,
    '57P01': 503,
    '08006': 503,
    E_DAY_TURNED: 503,
    '53100': 507,
    ENOSPC: 507,
    EDQUOT: 507,
    E_ROUTE_NOT_FOUND: 404,
    E_UNKNOWN_HOST: 404,
    E_BAD_CSRF_TOKEN: 419,
    '42P01': 500,
    E_NO_TENANT: 500,
    EWHATEVER: 500,
  }))
    test(`${code} is answered with ${status}`, ({ assert }) => {
      assert.equal(refusalOf(failed(code)).status, status)
    })

  test('nobody is told more of our faults than that they are ours', ({ assert }) => {
    const told = refusalOf(Object.assign(new Error('SELECT secret'), { code: '42P01', detail: 'secret' }))
    assert.deepEqual(told, { status: 500, code: 'E_OUR_FAULT', params: {}, details: [], ways: [] })
  })

  test('a refusal of ours says its code, its place and its measure', ({ assert }) => {
    const given = new ProblemError(413, 'E_BODY_TOO_LARGE', { limit: 256 }, [
      { pointer: '/a', code: 'E_NUMBER' },
    ])
    assert.deepEqual(refusalOf(given), {
      status: 413,
      code: 'E_BODY_TOO_LARGE',
      params: { limit: 256 },
      details: [{ pointer: '/a', code: 'E_NUMBER' }],
      ways: [],
    })
  })
})
