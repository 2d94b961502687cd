import { test } from '@japa/runner'
import { writeHolder } from '#tenancy/actions/write_holder'
import { bodyFor } from '#tenancy/queries/bodies_and_units'
import { inTown } from '#tenancy/town_transaction'
import { testTown } from '#tests/support/town'

test('The holder of a body that documents name is another at once, and of that town only', async ({
  assert,
}) => {
  const [town, other] = [await testTown(), await testTown()]
  await Promise.all([bodyFor(town.id, 'mayor'), bodyFor(other.id, 'mayor')])
  const write = (body: string) => inTown(town.id, (trx) => writeHolder(trx, { body, holder: 'Remei Soler' }))
  assert.deepEqual([await write('mayor'), await write('mayor'), await write('plenary')], [true, false, null])
  assert.equal((await bodyFor(town.id, 'mayor'))!.holder, 'Remei Soler')
  assert.equal((await bodyFor(other.id, 'mayor'))!.holder, 'Empar Mayor')
})
