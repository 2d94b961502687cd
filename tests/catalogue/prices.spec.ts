import { test } from '@japa/runner'
import { lint } from '#catalogue/index'
import { priceTables, rateText, rateWords } from '#catalogue/queries/prices'
import { carry } from '#catalogue/queries/seams'
import { unwrap } from '#core/result'
import { CATALOGUE } from './root.js'

const GAIN = 'capital-gain-self-assessment'

const words = rateWords('en', (key) => key)
const procedureOf = async (slug: string) => (await lint(CATALOGUE, slug))[0]!.procedure!

test.group('The price list', () => {
  test('tells no coefficient of a town that has said none: the law’s are told in their own table', async ({
    assert,
  }) => {
    const tables = priceTables(await procedureOf(GAIN), '2026-11-27', words).map(({ id }) => id)
    assert.include(tables, 'legalCoefficients')
    assert.notInclude(tables, 'ownCoefficients')
  })

  test('tells those of a town that has said its own, from the day on which it did', async ({ assert }) => {
    const own = [{ from: '2030-01-01', article: 'Ordinance 5', rows: [{ when: [null], value: '0.1' }] }]
    const carried = unwrap(carry(await procedureOf(GAIN), { tables: { ownCoefficients: own } }))
    const table = priceTables(carried, '2026-11-27', words).find(({ id }) => id === 'ownCoefficients')!
    assert.deepEqual(
      table.versions.map(({ from, prices }) => [from, prices.map(({ value }) => value)]),
      [['2030-01-01', ['0.1']]]
    )
  })

  test('keeps a rate that its town has to set and has not: nobody is told that there is none', async ({
    assert,
  }) => {
    const rate = priceTables(await procedureOf(GAIN), '2026-11-27', words).find(({ id }) => id === 'rate')!
    assert.deepEqual(rate.versions, [])
  })

  test('tells coefficients under each other, with the decimals of the most precise', async ({ assert }) => {
    const [table] = priceTables(await procedureOf(GAIN), '2026-11-27', words)
    const told = table!.versions[0]!.prices.map(({ value }) => rateText(value, table!, words))
    assert.isTrue(
      told.every((one) => /^0[.]\d\d$/.test(one)),
      told.join(' ')
    )
    assert.equal(rateText('0.2', table!, words), '0.20')
  })

  test('leaves out what is not charged at all: an exemption that somebody claims is no price', async ({
    assert,
  }) => {
    const tables = priceTables(await procedureOf(GAIN), '2026-11-27', words).map(({ id }) => id)
    assert.notInclude(tables, 'exempted')
  })

  test('says of a minimum of nothing that there is none, and not that it is free', async ({ assert }) => {
    const tables = priceTables(await procedureOf('terrace-licence'), '2026-11-27', words)
    const minimum = tables.find(({ id }) => id === 'minimums')!
    assert.equal(rateText('0', minimum, words), 'fees.noMinimum')
    assert.equal(rateText('60', minimum, words), '€60.00')
  })

  test('says of a slip without a fee that it is free', async ({ assert }) => {
    const [slip] = priceTables(await procedureOf('residence-slip'), '2026-11-27', words)
    assert.deepEqual(
      slip!.versions[0]!.prices.map(({ value }) => rateText(value, slip!, words)),
      ['fees.free', 'fees.free']
    )
  })
})
