import { test } from '@japa/runner'
import { err, ok } from '#core/result'
import TownLicence from '#start/towns/town_licence'
import { SetLicence } from '#tenancy/actions/set_licence'
import { townById } from '#tenancy/queries/towns'
import { auditRows } from '#tests/support/audit_rows'
import { typed } from '#tests/support/command'
import { testTown } from '#tests/support/town'

const LICENCE = 'https://creativecommons.org/licenses/by/4.0/'

test.group('The licence of the open data of a town', () => {
  test('is named, changed and taken away, of no other town', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const said = async () => (await townById(town.id))!.settings.licence
    assert.deepEqual(await new SetLicence().execute(town.id, LICENCE), ok(null))
    assert.equal(await said(), LICENCE)
    assert.isUndefined((await townById(other.id))!.settings.licence)
    assert.deepEqual(await new SetLicence().execute(town.id, null), ok(null))
    assert.isUndefined(await said())
  })

  test('is an address that can be followed, and nothing else', async ({ assert }) => {
    const town = await testTown()
    for (const wrong of ['CC BY', 'javascript:alert(1)', 'http://example.org', 'https://a\r\nb: c <>'])
      assert.deepEqual(await new SetLicence().execute(town.id, wrong), err('no_address'), wrong)
    assert.isUndefined((await townById(town.id))!.settings.licence)
  })

  test('is told and set by the operator, and the trail has it', async ({ assert }) => {
    const town = await testTown()
    assert.match((await typed(TownLicence, [town.slug])).said, /None is named/)
    assert.equal((await typed(TownLicence, [town.slug, 'CC BY'])).exitCode, 1)
    await typed(TownLicence, [town.slug, LICENCE])
    assert.equal((await typed(TownLicence, [town.slug])).said, LICENCE)
    await typed(TownLicence, [town.slug, '--remove'])
    assert.match((await typed(TownLicence, [town.slug])).said, /None is named/)
    assert.deepEqual(
      (await auditRows(town.id, 'tenancy.licence_set')).map(({ detail }) => detail),
      [{ licence: LICENCE }, { licence: null }]
    )
  })
})
