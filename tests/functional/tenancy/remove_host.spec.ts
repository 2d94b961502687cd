import { test } from '@japa/runner'
import { RemoveHost } from '#tenancy/actions/remove_host'
import { townByHost } from '#tenancy/queries/towns'
import { testTown } from '#tests/support/town'

test.group('An address that is taken from a town', () => {
  test('leads nowhere', async ({ assert }) => {
    const host = `seu.${Date.now()}.example`
    const { id } = await testTown({ hosts: [host] })
    assert.equal((await townByHost(host))?.id, id)
    assert.deepEqual(await new RemoveHost().execute(id, host), { ok: true, value: host })
    assert.isNull(await townByHost(host))
    assert.deepEqual(await new RemoveHost().execute(id, host), { ok: false, error: 'unknown' })
  })

  test('is not taken in the name of another', async ({ assert }) => {
    const host = `seu.${Date.now()}b.example`
    const [{ id }, other] = [await testTown({ hosts: [host] }), await testTown()]
    assert.deepEqual(await new RemoveHost().execute(other.id, host), { ok: false, error: 'unknown' })
    assert.equal((await townByHost(host))?.id, id)
  })
})
