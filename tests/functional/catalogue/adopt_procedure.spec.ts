import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { PublishVersion } from '#catalogue/actions/publish_version'
import { offered, offeredBySlug } from '#catalogue/queries/offered'
import { unwrap } from '#core/result'
import { ChangeOfficer } from '#identity/actions/change_officer'
import { NameHolder } from '#identity/actions/name_holder'
import type { OfficerRole } from '#identity/types'
import { pack, plant, smallProcedure } from '#tests/catalogue/small_procedure'
import { auditRows } from '#tests/support/audit_rows'
import { fillIn } from '#tests/support/filled_in'
import { rowsOf } from '#tests/support/rows'
import { signedFiles } from '#tests/support/signed_procedure'
import { testTown } from '#tests/support/town'

/** A version of the small procedure, told from others by its number. */
async function version(number: string) {
  const files = smallProcedure()
  plant(files, 'procedure.json', '/version', number)
  return unwrap(await new PublishVersion().execute(files, { pack: 'small', manifest: pack }))
}

test.group('A town', () => {
  test('offers the version it adopts, and the trail says who decided', async ({ assert }) => {
    const town = await testTown()
    const { slug, digest } = await version('1.0.0')
    const by = { kind: 'officer' as const, id: town.officer.id }
    assert.isTrue(unwrap(await new AdoptProcedure().execute(town.id, { slug, digest, by })))
    assert.equal((await offeredBySlug(town.id, slug))?.digest, digest)
    assert.deepEqual(await auditRows(town.id, 'catalogue.adopted'), [
      { actor: town.officer.id, subject: slug, detail: { digest, before: null } },
    ])
  })

  test('that adopts a newer version withdraws the older one, and may come back to it', async ({ assert }) => {
    const town = await testTown()
    const [older, newer] = [await version('1.0.0'), await version('1.1.0')]
    for (const { slug, digest } of [older, newer, older])
      assert.isTrue(unwrap(await new AdoptProcedure().execute(town.id, { slug, digest })))
    assert.deepEqual(
      (await offered(town.id)).map(({ digest }) => digest),
      [older.digest]
    )
    assert.deepEqual(
      await rowsOf(
        town.id,
        `SELECT digest, state FROM town_procedures WHERE municipality_id = $1 ORDER BY state`
      ),
      [
        { digest: older.digest, state: 'accepting' },
        { digest: newer.digest, state: 'withdrawn' },
      ]
    )
  })

  test('that adopts the same twice has adopted it once', async ({ assert }) => {
    const town = await testTown()
    const { slug, digest } = await version('1.0.0')
    await new AdoptProcedure().execute(town.id, { slug, digest })
    assert.isFalse(unwrap(await new AdoptProcedure().execute(town.id, { slug, digest })))
    assert.lengthOf(await auditRows(town.id, 'catalogue.adopted'), 1)
  })

  test('can offer nothing that it has not filled in as it must; what it offers stays', async ({ assert }) => {
    const town = await testTown()
    const before = await version('1.0.0')
    await new AdoptProcedure().execute(town.id, before)
    const files = smallProcedure()
    plant(files, 'procedure.json', '/version', '2.0.0')
    const seam = { id: 'hour', kind: 'number', required: true, shows: 'sheet', maximum: '24' }
    files.set('seams.json', JSON.stringify({ $schema: '/schemas/seams.json', values: [seam] }))
    for (const language of ['es', 'ca', 'en'])
      plant(files, `texts/${language}.json`, '/seams', { hour: { title: 'Until which hour' } })
    const { slug, digest } = unwrap(
      await new PublishVersion().execute(files, { pack: 'small', manifest: pack })
    )
    const adopt = () => new AdoptProcedure().execute(town.id, { slug, digest })
    assert.deepEqual(await adopt(), { ok: false, error: { code: 'missing', missing: ['hour'] } })
    assert.equal((await offeredBySlug(town.id, slug))?.digest, before.digest)
    const say = (from: string) =>
      fillIn(town.id, { slug, values: { values: { hour: [{ from, value: '14' }] } } })
    unwrap(await say('2099-01-01'))
    assert.isFalse((await adopt()).ok)
    unwrap(await say('2026-01-01'))
    assert.isTrue(unwrap(await adopt()))
    assert.equal((await offeredBySlug(town.id, slug))?.digest, digest)
  })

  test('can offer nothing that nobody decides; once somebody holds the body, it can', async ({ assert }) => {
    const town = await testTown()
    const { slug, digest } = await version('1.0.0')
    const adopt = () => new AdoptProcedure().execute(town.id, { slug, digest })
    const name = (officerId: string | null) => new NameHolder().execute(town.id, { body: 'mayor', officerId })
    unwrap(await name(null))
    const vacant = [{ position: 'holder', of: 'mayor' }]
    assert.deepEqual(await adopt(), { ok: false, error: { code: 'vacant', vacant } })
    assert.lengthOf(await offered(town.id), 0)
    unwrap(await name(town.officer.id))
    assert.isTrue(unwrap(await adopt()))
  })

  test('can offer nothing that nobody could sign', async ({ assert }) => {
    const town = await testTown({ demo: true })
    const { slug, digest } = unwrap(
      await new PublishVersion().execute(signedFiles(), { pack: 'small', manifest: pack })
    )
    const adopt = () => new AdoptProcedure().execute(town.id, { slug, digest })
    const change = (roles: OfficerRole[]) =>
      new ChangeOfficer().execute(town.id, { officerId: town.officer.id, roles, at: new Date() })
    unwrap(await change(['admin', 'resolver']))
    const vacant = [{ position: 'secretary', of: '' }]
    assert.deepEqual(await adopt(), { ok: false, error: { code: 'vacant', vacant } })
    unwrap(await change(['admin', 'resolver', 'secretary']))
    assert.isTrue(unwrap(await adopt()))
  })

  test('offers nothing that was not published, and nothing of its neighbour', async ({ assert }) => {
    const [town, neighbour] = [await testTown(), await testTown()]
    const { slug, digest } = await version('1.0.0')
    await assert.rejects(
      () => new AdoptProcedure().execute(town.id, { slug, digest: '0'.repeat(64) }),
      /no published version/
    )
    await new AdoptProcedure().execute(neighbour.id, { slug, digest })
    assert.lengthOf(await offered(town.id), 0)
    assert.lengthOf(await auditRows(town.id, 'catalogue.adopted'), 0)
  })
})
