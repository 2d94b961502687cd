import { test } from '@japa/runner'
import { ELSEWHERE, RULES } from '#core/invariants'
import Verify, { verifyTown } from '#start/verify'
import { typed } from '#tests/support/command'
import { officeAtWork } from './office_at_work.js'
import { between } from './plants/between.js'
import { books } from './plants/books.js'
import { cases } from './plants/cases.js'
import { attachment, documents } from './plants/documents.js'
import { effects } from './plants/effects.js'
import { payments } from './plants/payments.js'
import { asOwner } from './plants/plant.js'
import { signatures } from './plants/signatures.js'

test.group('Verify', () => {
  test('has nothing to say of an office at work, and has looked at all of it', async ({ assert }) => {
    const office = await officeAtWork()
    await attachment(office)
    const report = await verifyTown(office.town.id)
    assert.deepEqual(report.violations, [])
    assert.isTrue(report.holds)
    const looked = Object.fromEntries(report.looked)
    assert.containsSubset(looked, { I1: 3, I2: 3, I7: 3, I8: 7, I12: 3, I13: 3, I18: 6, I20: 3 })
    assert.isAbove(looked.I5 ?? 0, 4)
    assert.isAbove(looked.I14 ?? 0, 20)
    assert.isAbove(looked.I19 ?? 0, 10)
  })

  for (const { title, rule, fault, plant } of [
    ...books,
    ...documents,
    ...cases,
    ...payments,
    ...signatures,
    ...effects,
    ...between,
  ])
    test(`finds ${title} (${rule})`, async ({ assert }) => {
      const office = await officeAtWork()
      const row = await plant(office)
      const { violations, holds } = await verifyTown(office.town.id)
      assert.isFalse(holds)
      assert.isTrue(
        violations.some((one) => one.rule === rule && one.fault === fault && one.row.includes(row)),
        `${rule} ${fault} ${row} is not among ${JSON.stringify(violations)}`
      )
    })

  test('exits with 1 and names the row; with 0 when nothing is broken', async ({ assert }) => {
    const office = await officeAtWork()
    const argv = [`--town=${office.town.slug}`]
    assert.equal((await typed(Verify, argv)).exitCode, 0)
    await asOwner(
      office,
      'idempotency_keys',
      `DELETE FROM idempotency_keys WHERE municipality_id = $1 AND key = $2`,
      [office.first.filingId]
    )
    const { exitCode, said } = await typed(Verify, argv)
    assert.equal(exitCode, 1)
    assert.include(said, `I7 ${office.town.slug} ${office.first.filingId}`)
    for (const rule of [...RULES, ...ELSEWHERE]) assert.match(said, new RegExp(`\\b${rule}\\b`), rule)
  })

  test('exits with 1 where there is no such town', async ({ assert }) => {
    assert.equal((await typed(Verify, ['--town=nowhere'])).exitCode, 1)
  })
})
