import { test } from '@japa/runner'
import { AddHost } from '#tenancy/actions/add_host'
import { townByHost } from '#tenancy/queries/towns'
import { testTown } from '#tests/support/town'

test.group('An address that a town is given', () => {
  test('leads to it at once, and is kept when it is given again', async ({ assert }) => {
    const { id, slug } = await testTown()
    const host = `seu.${slug}.example`
    assert.isNull(await townByHost(host))
    for (const text of [host, host.toUpperCase()])
      assert.deepEqual(await new AddHost().execute(id, text), { ok: true, value: host })
    assert.deepEqual((await townByHost(host))?.hosts, [host])
  })

  test('is refused where another town has it, or where it is none', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const host = `seu.${town.slug}.example`
    await new AddHost().execute(town.id, host)
    assert.deepEqual(await new AddHost().execute(other.id, host), { ok: false, error: 'taken' })
    assert.equal((await townByHost(host))?.id, town.id)
    assert.deepEqual(await new AddHost().execute(town.id, 'https://x'), { ok: false, error: 'no_host' })
  })
})
