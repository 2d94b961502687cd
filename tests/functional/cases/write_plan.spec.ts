import { test } from '@japa/runner'
import { WritePlan } from '#cases/actions/write_plan'
import { planById, plansOf } from '#cases/queries/migration_plans'
import { proposePlan } from '#catalogue/index'
import { digestOf } from '#core/digest'
import type { Json } from '#core/json'
import { verifyTown } from '#start/verify'
import { auditRows } from '#tests/support/audit_rows'
import { FILED, officerOf, openCase } from '#tests/support/open_case'
import { testTown } from '#tests/support/town'
import { publishNext, writtenPlan } from '#tests/support/versions'

test.group('A town that writes down how its cases may move', () => {
  test('keeps the plan by its digest, with who wrote it, and once', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const id = await writtenPlan(open, to)
    const plan = (await planById(open.town.id, id))!
    assert.include(plan, { slug: to.slug, from: open.office.procedure.digest, to: to.digest })
    assert.equal(plan.digest, digestOf(plan.contents))
    assert.equal(await writtenPlan(open, to), id)
    assert.lengthOf(await plansOf(open.town.id, to.slug), 1)
    const [row] = await auditRows(open.town.id, 'cases.plan_written')
    assert.equal(row!.actor, open.town.officer.id)
    assert.include(row!.detail, { plan: plan.digest, from: plan.from, to: plan.to })
    assert.deepEqual((await verifyTown(open.town.id)).violations, [])
  })

  test('is told what is wrong with it, and nothing is kept', async ({ assert }) => {
    const open = await openCase()
    const to = await publishNext(open.office.procedure)
    const write = async (plan: Json) => {
      const written = await new WritePlan().execute({
        ...{ municipalityId: open.town.id, plan, actor: officerOf(open.town), at: FILED },
      })
      return written.ok ? [] : written.error.map(({ code, pointer }) => `${code} ${pointer}`)
    }
    const proposed = proposePlan(open.office.procedure, to, { es: 'Uno' })
    assert.deepEqual(await write({ anything: true }), ['PROPERTY_MISSING ', 'PROPERTY_UNKNOWN /anything'])
    assert.deepEqual(await write({ ...proposed, from: 'f'.repeat(64) } as unknown as Json), [
      'PLAN_NO_VERSION /from',
    ])
    const elements = [{ from: 'review', to: 'nowhere' }]
    assert.deepEqual(await write({ ...proposed, elements } as unknown as Json), [
      'PLAN_TO_UNKNOWN /elements/0',
    ])
    assert.isEmpty(await plansOf(open.town.id, to.slug))
  })

  test('has plans that no other town sees', async ({ assert }) => {
    const open = await openCase()
    const id = await writtenPlan(open, await publishNext(open.office.procedure))
    const other = await testTown()
    assert.isNull(await planById(other.id, id))
  })
})
