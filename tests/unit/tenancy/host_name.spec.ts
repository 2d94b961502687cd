import { test } from '@japa/runner'
import { hostName } from '#tenancy/domain/host_name'

test.group('The name of a host', () => {
  test('is as browsers send it', ({ assert }) => {
    assert.equal(hostName(' Seu.Benimar.ES. '), 'seu.benimar.es')
    assert.equal(hostName('xn--crdoba-yxa.es'), 'xn--crdoba-yxa.es')
  })

  test('is no address, no port, no number and no riddle', ({ assert }) => {
    for (const text of [
      '',
      'https://seu.es',
      'seu.es:80',
      '10.0.0.1',
      'a..b',
      '-a.es',
      'córdoba.es',
      'a b',
      `${'a.'.repeat(130)}es`,
    ])
      // prettier-ignore
      assert.isNull(hostName(text), text)
  })
})
