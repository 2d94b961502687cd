import { randomUUID } from 'node:crypto'
import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { HireOfficer } from '#identity/actions/hire_officer'
import { SignInOfficer } from '#identity/actions/sign_in_officer'
import { officersOf } from '#identity/queries/officers'
import { auditRows } from '#tests/support/audit_rows'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

const given = {
  email: 'Remei.Soler@Example.org',
  name: 'Remei Soler',
  password: 'la farola és apagada',
  roles: ['resolver' as const],
  unitIds: [],
  language: 'ca',
}

test.group('An employee’s account', () => {
  test('opens the door of the town that gave it, and no other', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    const by = { kind: 'officer' as const, id: town.officer.id }
    const id = unwrap(await new HireOfficer().execute(town.id, given, by))
    const { password } = given
    const credentials = { email: 'remei.soler@example.org', password, browser: randomUUID(), at: new Date() }
    const signed = await new SignInOfficer().execute(town.id, credentials)
    assert.deepInclude(signed.ok && signed.value, {
      id,
      name: 'Remei Soler',
      roles: ['resolver'],
      language: 'ca',
    })
    assert.deepEqual(await new SignInOfficer().execute(other.id, credentials), {
      ok: false,
      error: 'refused',
    })
    assert.deepEqual(await auditRows(town.id, 'identity.officer_hired'), [
      { actor: town.officer.id, subject: id, detail: { roles: ['resolver'] } },
    ])
  })

  test('keeps no password that could be read', async ({ assert }) => {
    const town = await testTown()
    const id = unwrap(await new HireOfficer().execute(town.id, given))
    const [row] = await rowsOf(
      town.id,
      `SELECT password_hash AS hash FROM officers WHERE municipality_id = $1 AND id = $2`,
      [id]
    )
    assert.match(row.hash, /^\$scrypt\$/)
    assert.notInclude(JSON.stringify(await auditRows(town.id, 'identity.officer_hired')), given.password)
  })

  test('is one for each address of a town; a second one is refused and leaves nothing', async ({
    assert,
  }) => {
    const [town, other] = [await testTown(), await testTown()]
    await new HireOfficer().execute(town.id, given)
    const again = await new HireOfficer().execute(town.id, { ...given, email: given.email.toLowerCase() })
    assert.deepEqual(again, { ok: false, error: 'taken' })
    assert.lengthOf(await auditRows(town.id, 'identity.officer_hired'), 1)
    await new HireOfficer().execute(other.id, given)
    assert.lengthOf(await officersOf(other.id), 2)
  })
})
