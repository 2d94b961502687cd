import { X509Certificate } from 'node:crypto'
import { test } from '@japa/runner'
import { IssueDemoSeal } from '#documents/actions/issue_demo_seal'
import { sealHolder } from '#documents/queries/seal_holder'
import { auditRows } from '#tests/support/audit_rows'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

const GIVEN = { name: 'Vila de Prova', taxNumber: 'P4600000A' }

const sealsOf = (townId: string) =>
  rowsOf<{ id: string; active: boolean; certificate: string; chain: string; key: string }>(
    townId,
    `SELECT id, active, certificate, chain, private_key AS key FROM seals WHERE municipality_id = $1 ORDER BY id`
  )

test.group('The organ seal of a demo town', () => {
  test('names the town, chains to its authority, and says that it has no legal value', async ({ assert }) => {
    const town = await testTown()
    await new IssueDemoSeal().execute(town.id, GIVEN)
    const [seal] = await sealsOf(town.id)
    const certificate = new X509Certificate(seal!.certificate)
    assert.include(certificate.subject, GIVEN.taxNumber)
    assert.isTrue(certificate.verify(new X509Certificate(seal!.chain).publicKey))
    assert.match(certificate.issuer, /demo|no legal|sin valor|sense valor/i)
    assert.match((await sealHolder(town.id)) ?? '', /VILA DE PROVA/)
    assert.deepEqual(
      (await auditRows(town.id, 'documents.seal_bound')).map(({ actor, subject }) => [actor, subject]),
      [['system', seal!.id]]
    )
  })

  test('is kept with its key encrypted', async ({ assert }) => {
    const town = await testTown()
    await new IssueDemoSeal().execute(town.id, GIVEN)
    assert.notInclude((await sealsOf(town.id))[0]!.key, 'PRIVATE KEY')
  })

  test('is one at a time: a new one takes the place of the old, which is kept', async ({ assert }) => {
    const [town, other] = [await testTown(), await testTown()]
    await new IssueDemoSeal().execute(town.id, GIVEN)
    await new IssueDemoSeal().execute(town.id, GIVEN)
    assert.deepEqual(
      (await sealsOf(town.id)).map(({ active }) => active),
      [false, true]
    )
    assert.lengthOf(await sealsOf(other.id), 0)
    assert.isNull(await sealHolder(other.id))
  })
})
