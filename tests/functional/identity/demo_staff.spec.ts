import { test } from '@japa/runner'
import { staffDemoTown } from '#database/demo/seed'
import { officersOf } from '#identity/queries/officers'
import { signersOf } from '#signatures/queries/tray'
import { addOfficer, testTown } from '#tests/support/town'
import { rowsOf } from '#tests/support/rows'

test('A demo town that was founded before it had a secretary gets one, and its mayor the offices held; once', async ({
  assert,
}) => {
  const town = await testTown({ demo: true })
  await rowsOf(town.id, `UPDATE officers SET holds = '{}', roles = '{admin}' WHERE municipality_id = $1`)
  const mayor = await addOfficer(town.id, { roles: ['resolver'] })
  await rowsOf(town.id, `UPDATE officers SET email = $3 WHERE municipality_id = $1 AND id = $2`, [
    mayor.id,
    `resol@${town.slug}.example`,
  ])
  await staffDemoTown(town)
  await staffDemoTown(town)
  const officers = await officersOf(town.id)
  assert.lengthOf(officers, 7)
  const signers = async (position: 'holder' | 'secretary', body: string | null) =>
    (await signersOf(town.id, { position, body, unitId: null })).map(({ email }) => email)
  assert.deepEqual(await signers('holder', 'mayor'), [`resol@${town.slug}.example`])
  assert.deepEqual(await signers('secretary', null), [`secretaria@${town.slug}.example`])
})
