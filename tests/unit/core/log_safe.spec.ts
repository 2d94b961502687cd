import { test } from '@japa/runner'
import { logError, logText } from '#core/log_safe'

const fault = (message: string, more: object = {}) => logError(Object.assign(new Error(message), more))

test.group('What a log keeps', () => {
  test('tells what failed and where, with the names of our own things', ({ assert }) => {
    const kept = fault('duplicate key value violates unique constraint "persons_identifier"', {
      code: '23505',
      constraint: 'persons_identifier',
      detail: 'Key (identifier)=(12345678Z) already exists.',
    })
    assert.equal(kept['message'], 'duplicate key value violates unique constraint "persons_identifier"')
    assert.equal(kept['code'], '23505')
    assert.equal(kept['constraint'], 'persons_identifier')
    assert.match(String(kept['stack']), /^\s+at .*log_safe\.spec/)
    assert.notInclude(JSON.stringify(kept), '12345678Z')
  })

  test('no value that a database or a parser quotes back', ({ assert }) => {
    for (const message of [
      'invalid input syntax for type date: "my birthday\nis a secret"',
      'Unexpected token \'m\', "my secret" is not valid JSON',
      'Unexpected token \'m\', ..."my secret"... is not valid JSON',
    ])
      assert.notMatch(JSON.stringify(fault(message)), /secret/, message)
  })

  test('no address, number or telephone of a person', ({ assert }) => {
    assert.equal(
      logText(
        '550 5.1.1 <anna.peris+x@example.org>: 12345678z, X2482300W, B64717838, +34 600 000 001, 600000001'
      ),
      '550 5.1.1 <<e-mail>>: <tax number>, <tax number>, <tax number>, <telephone>, <telephone>'
    )
    assert.equal(logText('job 0199aa00-0000-7000-8000-600000000001 took 1500 ms'), 'job 0199aa00-0000-7000-8000-600000000001 took 1500 ms') // prettier-ignore
  })

  test('nothing of what was thrown that is no error, and all of its causes', ({ assert }) => {
    assert.deepEqual(logError('to 12345678Z'), { message: 'to <tax number>' })
    const kept = logError(new Error('outer', { cause: new Error('to anna@example.org') }))
    assert.equal((kept['cause'] as { message: string }).message, 'to <e-mail>')
  })
})
