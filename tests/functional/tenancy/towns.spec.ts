import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { forgetTowns, townByHost } from '#tenancy/queries/towns'
import { officeAddress } from '#tenancy/queries/office_address'
import { plainTown, testTown } from '#tests/support/town'
import { Visitor } from '#tests/support/visitor'
import { withEnv } from '#tests/support/with_env'

test.group('The address of an electronic office', (group) => {
  let main = ''
  group.setup(async () => {
    const { id } = await testTown()
    main = id
    await db.rawQuery('UPDATE municipalities SET is_default = false WHERE is_default')
    await db.rawQuery('UPDATE municipalities SET is_default = true WHERE id = ?', [id])
    forgetTowns()
    return () =>
      db.rawQuery('UPDATE municipalities SET is_default = false WHERE id = ?', [id]).then(forgetTowns)
  })

  test('that names the machine and no town leads to the default town', async ({ assert }) => {
    for (const host of ['localhost', '127.0.0.1:3333', '192.168.1.7:80', '[::1]:3333', '[2001:db8::7]'])
      assert.equal((await townByHost(host))?.id, main, host)
  })

  test('that the operator gave leads to the default town; any other to none', async ({ assert, cleanup }) => {
    cleanup(withEnv({ PUBLIC_URL: 'https://Sede.Vilaserena.test:8443/', HOST: 'House.lan' }))
    for (const name of ['sede.vilaserena.test', 'SEDE.vilaserena.test:8443', 'house.lan:3333'])
      assert.equal((await townByHost(name))?.id, main, name)
    for (const name of ['vilaserena.test', 'other.lan', '1.2.3.4.example', '999.1.1.1', ''])
      assert.isNull(await townByHost(name), name)
  })

  test('that leads to no town says what whoever runs the house can do, in the language of the reader', async ({
    assert,
  }) => {
    const { status, body } = await new Visitor('nobody.example').get('/')
    assert.equal(status, 404)
    assert.include(body, 'node ace town:host')
  })

  test('is as people see it: by its own host, with the scheme and the port of the public address', ({
    assert,
    cleanup,
  }) => {
    cleanup(withEnv({ PUBLIC_URL: 'http://sede.example:3333/' }))
    const town = { ...plainTown('vila', 'Vila'), hosts: ['seu.vila.example'] }
    assert.equal(officeAddress(town), 'http://seu.vila.example:3333')
    assert.equal(officeAddress({ ...town, hosts: [], isDefault: true }), 'http://sede.example:3333')
    cleanup(withEnv({ PUBLIC_URL: 'https://sede.example' }))
    assert.equal(officeAddress(town), 'https://seu.vila.example')
  })
})
