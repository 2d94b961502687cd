import { test } from '@japa/runner'
import { CHAIN_START } from '#core/hash_chain'
import { anyTown, foundTown } from '#tenancy/actions/found_town'
import { townByHost, townById } from '#tenancy/queries/towns'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

test.group('A town that is founded', () => {
  test('has its books and its trail, empty, and answers on its host', async ({ assert }) => {
    const { id, host, slug } = await testTown()
    assert.isTrue(await anyTown())
    assert.equal((await townByHost(host))?.slug, slug)
    assert.deepEqual(
      await rowsOf(
        id,
        `SELECT book, last_number::int AS number, head FROM register_counters WHERE municipality_id = $1 ORDER BY book`
      ),
      ['incoming', 'outgoing', 'resolutions'].map((book) => ({ book, number: 0, head: CHAIN_START }))
    )
    assert.deepEqual(
      await rowsOf(id, `SELECT sequence::int, head FROM audit_heads WHERE municipality_id = $1`),
      [{ sequence: 0, head: CHAIN_START }]
    )
  })

  test('answers on its own hosts, and two towns never share one', async ({ assert }) => {
    const { id } = await testTown()
    const { id: _id, ...town } = (await townById(id))!
    const founded = await foundTown({ ...town, slug: `${town.slug}-b`, hosts: [`${town.slug}.example.org`] })
    assert.equal((await townByHost(`${town.slug}.example.org`))?.id, founded)
    await assert.rejects(
      () => foundTown({ ...town, slug: `${town.slug}-c`, hosts: [`${town.slug}.example.org`] }),
      /duplicate key/
    )
    assert.isNull(await townByHost(`${town.slug}-c.localhost`))
  })

  test('has a short name of its own', async ({ assert }) => {
    const { id } = await testTown()
    const { id: _id, ...town } = (await townById(id))!
    await assert.rejects(() => foundTown(town), /duplicate key/)
  })
})
