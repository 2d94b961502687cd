import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { WithdrawProcedure } from '#catalogue/actions/withdraw_procedure'
import { offeredBySlug } from '#catalogue/queries/offered'
import { err, ok, unwrap } from '#core/result'
import { auditRows } from '#tests/support/audit_rows'
import { openOffice } from '#tests/support/filing'
import { FILED, GRANT, PROCEED, answerTask, openCase, pageOf } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { settle } from '#tests/support/worker'

test.group('A town that offers a procedure no more', () => {
  test('takes nothing on it, says why in its trail, and may offer it again', async ({ assert }) => {
    const { town, procedure } = await openOffice()
    const { slug, digest } = procedure
    const withdraw = (reason: string) => new WithdrawProcedure().execute(town.id, { slug, reason })
    assert.deepEqual(await withdraw('  '), err('no_reason'))
    assert.deepEqual(await withdraw(' The ordinance was repealed '), ok(null))
    assert.deepEqual(await withdraw('Again'), err('not_offered'))
    assert.isNull(await offeredBySlug(town.id, slug))
    assert.deepEqual(
      (await auditRows(town.id, 'catalogue.withdrawn')).map(({ subject, detail }) => [subject, detail]),
      [[slug, { digest, reason: 'The ordinance was repealed' }]]
    )
    assert.isTrue(unwrap(await new AdoptProcedure().execute(town.id, { slug, digest })))
    assert.equal((await offeredBySlug(town.id, slug))?.digest, digest)
  })

  test('carries the cases that it has to their end', async ({ assert }) => {
    const open = await openCase()
    const { town, office } = open
    const { slug } = office.procedure
    assert.deepEqual(
      await new WithdrawProcedure().execute(town.id, { slug, reason: 'The ordinance was repealed' }),
      ok(null)
    )
    await answerTask(open, 'review', PROCEED)
    await answerTask(open, 'resolve', GRANT)
    await settle(town.id, FILED)
    assert.equal((await pageOf(open)).caseFile.state, 'closed')
  })

  test('is that town and no other', async ({ assert }) => {
    const { town, procedure } = await openOffice()
    const other = await testTown()
    const { slug } = procedure
    const given = { slug, reason: 'The ordinance was repealed' }
    assert.deepEqual(await new WithdrawProcedure().execute(other.id, given), err('not_offered'))
    assert.isNotNull(await offeredBySlug(town.id, slug))
    assert.isEmpty(await auditRows(other.id, 'catalogue.withdrawn'))
  })
})
