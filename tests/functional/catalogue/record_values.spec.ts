import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { RecordValues } from '#catalogue/actions/record_values'
import { offeredBySlug } from '#catalogue/queries/offered'
import { carry, missingOn } from '#catalogue/queries/seams'
import { latestVersion } from '#catalogue/queries/latest_version'
import { townProcedure } from '#catalogue/queries/town_procedure'
import { filledIn, valuesByDigest } from '#catalogue/queries/town_values'
import { feeOf, type TownValues } from '#catalogue/index'
import { unwrap } from '#core/result'
import { NameHolder } from '#identity/actions/name_holder'
import { verifyTown } from '#start/verify'
import { adoptPaid } from '#tests/support/paid_procedure'
import { auditRows } from '#tests/support/audit_rows'
import { GAIN, fillIn, gainRate } from '#tests/support/filled_in'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { rowsOf } from '#tests/support/rows'
import { testTown } from '#tests/support/town'

const AT = new Date('2026-11-27T10:00:00Z')

/** What a gain of 1,000 euros of land held for twenty years comes to in a town, or why that can't be told. */
async function quota(townId: string, transmittedOn: string): Promise<string> {
  const { digest } = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
  const answers = {
    transmission: 'sale',
    acquiredOn: '2000-01-01',
    transmittedOn,
    share: '100',
    landValue: '1000.00',
    cadastralValue: '2000.00',
    acquisitionDeed: '100.00',
    transmissionDeed: '100000.00',
    realMethod: false,
  }
  const fee = feeOf(await townProcedure(townId, digest), answers, transmittedOn)
  return fee.ok ? fee.value!.total : `${fee.error.code} ${fee.error.at}`
}

test.group('A town that fills in what a procedure leaves open', () => {
  test('is charged by from the day it says, and for days without an ordinance nothing is made up', async ({
    assert,
  }) => {
    const town = await testTown()
    await publishedProcedures()
    const by = { kind: 'officer' as const, id: town.officer.id }
    const changes = unwrap(await fillIn(town.id, { values: gainRate('20', '2027-01-01'), by, at: AT }))
    assert.deepEqual(
      changes.map(({ seam, from, before }) => [seam, from, before]),
      [['rate', '2027-01-01', null]]
    )
    assert.deepEqual(
      [await quota(town.id, '2026-12-31'), await quota(town.id, '2027-01-01')],
      ['NO_VERSION rate', '80.00']
    )
  })

  test('leaves an audit row: who, from when, what before and after; and nothing is lost', async ({
    assert,
  }) => {
    const town = await testTown()
    const by = { kind: 'officer' as const, id: town.officer.id }
    await fillIn(town.id, { values: gainRate('20'), by, at: AT })
    const first = (await filledIn(town.id)).get(GAIN)!
    await fillIn(town.id, { values: gainRate('21'), by, at: AT, reason: null })
    const [, row] = await auditRows(town.id, 'catalogue.values_changed')
    assert.containsSubset(row, {
      actor: town.officer.id,
      subject: GAIN,
      detail: {
        before: first.digest,
        changes: [
          {
            seam: 'rate',
            from: '2030-01-01',
            before: { rows: [{ value: '20' }] },
            after: { rows: [{ value: '21' }] },
          },
        ],
      },
    })
    assert.deepEqual(await valuesByDigest(town.id, first.digest), gainRate('20'))
    assert.lengthOf(await rowsOf(town.id, `SELECT id FROM town_values WHERE municipality_id = $1`), 2)
    assert.deepEqual((await verifyTown(town.id)).violations, [])
  })

  test('says the same again and nothing happens', async ({ assert }) => {
    const town = await testTown()
    await fillIn(town.id)
    assert.deepEqual(unwrap(await fillIn(town.id)), [])
    assert.lengthOf(await auditRows(town.id, 'catalogue.values_changed'), 1)
  })

  test('is told where it says more than the law allows, or what is not open to it', async ({ assert }) => {
    const town = await testTown()
    const refused = async (values: TownValues) => {
      const found = await fillIn(town.id, { values })
      if (found.ok || found.error.code !== 'invalid') throw new Error(JSON.stringify(found))
      return found.error.diagnostics.map(({ code, pointer }) => `${code} ${pointer}`)
    }
    assert.deepEqual(await refused(gainRate('31')), ['RATE_TOO_HIGH /tables/rate/0/rows/0/value'])
    const own = (value: string) => ({
      ownCoefficients: [{ from: '2026-01-01', article: 'Ordinance 5', rows: [{ when: ['20'], value }] }],
    })
    assert.deepEqual(await refused({ tables: own('0.41') }), [
      'RATE_TOO_HIGH /tables/ownCoefficients/0/rows/0/value',
    ])
    assert.deepEqual(await refused({ tables: { legalCoefficients: own('0.1').ownCoefficients } }), [
      'TABLE_NOT_OPEN /tables/legalCoefficients',
    ])
    assert.deepEqual(await refused({ values: { charged: [] } }), ['VALUE_NOT_OPEN /values/charged'])
    assert.deepEqual(await refused({ unit: 'moon', body: 'sun' }), [
      'BINDING_UNKNOWN /unit',
      'BINDING_UNKNOWN /body',
    ])
    unwrap(await new NameHolder().execute(town.id, { body: 'mayor', officerId: null }))
    assert.deepEqual(await refused({ body: 'mayor' }), ['BINDING_VACANT /body'])
    assert.equal((await filledIn(town.id)).size, 0)
    assert.lengthOf(await auditRows(town.id, 'catalogue.values_changed'), 0)
  })

  test('loses nothing that somebody else said meanwhile', async ({ assert }) => {
    const town = await testTown()
    unwrap(await fillIn(town.id, { before: null }))
    const late = await fillIn(town.id, { values: gainRate('10'), before: null })
    assert.deepEqual(late, { ok: false, error: { code: 'changed' } })
    const { digest } = (await filledIn(town.id)).get(GAIN)!
    const both = await Promise.all(
      ['11', '12'].map((rate) => fillIn(town.id, { values: gainRate(rate), before: digest }))
    )
    assert.sameMembers(
      both.map((one) => (one.ok ? 'written' : one.error.code)),
      ['written', 'changed']
    )
  })

  test('offers it once its rate is said; binds the body that decides and the unit that deals with it', async ({
    assert,
  }) => {
    const town = await testTown()
    const { digest } = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    const offer = () => new AdoptProcedure().execute(town.id, { slug: GAIN, digest })
    assert.deepEqual(await offer(), { ok: false, error: { code: 'missing', missing: ['rate'] } })
    const { tables } = gainRate('20', '2022-01-01')
    unwrap(await fillIn(town.id, { values: { tables } }))
    unwrap(await offer())
    assert.deepInclude((await offeredBySlug(town.id, GAIN))!.sheet, { unit: 'revenue', body: 'mayor' })
    unwrap(await fillIn(town.id, { values: { tables, unit: 'general', body: 'mayor' } }))
    assert.deepInclude((await offeredBySlug(town.id, GAIN))!.sheet, { unit: 'general', body: 'mayor' })
  })

  test('changes nothing of its neighbour, and nothing of a procedure that there is not', async ({
    assert,
  }) => {
    const [town, neighbour] = [await testTown(), await testTown()]
    unwrap(await fillIn(town.id, { values: gainRate('1', '2026-01-01') }))
    assert.equal(await quota(neighbour.id, '2026-06-01'), 'NO_VERSION rate')
    assert.equal((await filledIn(neighbour.id)).size, 0)
    assert.deepEqual(await fillIn(town.id, { slug: 'nothing' }), {
      ok: false,
      error: { code: 'no_procedure' },
    })
  })

  test('can say nothing else of days that were used already but as a correction, with its reason', async ({
    assert,
  }) => {
    const office = await openOffice()
    const paid = await adoptPaid(office.town.id, true)
    await fileAt(office, paid, { answers: { request: '2' }, at: new Date('2026-06-10T10:00:00Z') })
    const say = (from: string, reason: string | null = null) => {
      const values = { tables: { sheet: [{ from, article: 'Ordinance 9, art. 1', value: '3' }] } }
      return new RecordValues().execute({
        municipalityId: office.town.id,
        slug: paid.slug,
        values,
        reason,
        at: AT,
      })
    }
    assert.deepEqual(await say('2026-06-01'), {
      ok: false,
      error: { code: 'used', from: '2026-06-01', until: '2026-06-10' },
    })
    assert.isTrue((await say('2026-06-11')).ok)
    assert.isTrue((await say('2026-06-01', 'The bulletin had a misprint')).ok)
    const [kept] = await rowsOf(
      office.town.id,
      `SELECT workflow -> 'variables' -> 'fee' ->> 'total' AS total FROM case_files WHERE municipality_id = $1`
    )
    assert.deepEqual(kept, { total: '3.50' })
  })
})

const TERRACE = 'terrace-licence'
const terraceRates = (rows: { when: (string | null)[]; value: string }[]): TownValues => ({
  tables: { rates: [{ from: '2026-01-01', article: 'Ordinance 3, art. 5', rows }] },
})

const NINE = ['annual', 'season', 'months'].flatMap((period) =>
  ['1', '2', '3'].map((category) => ({ when: [period, category], value: '10' }))
)

test.group('A tariff that a town writes down', () => {
  const said = async (townId: string, values: TownValues) => {
    const written = await fillIn(townId, { slug: TERRACE, values })
    if (written.ok) return []
    if (written.error.code !== 'invalid') throw new Error(written.error.code)
    return written.error.diagnostics.map(({ code, params }) => [code, params['rows'] ?? params['known']])
  }

  test('has a figure for each case that can be asked: one row of nine is refused', async ({ assert }) => {
    const town = await testTown()
    await publishedProcedures()
    const eight = NINE.slice(1).map(({ when }) => when.join(', ')).join('; ') // prettier-ignore
    assert.deepEqual(await said(town.id, terraceRates(NINE.slice(0, 1))), [['ROWS_MISSING', eight]])
    assert.equal((await filledIn(town.id)).size, 0)
    assert.deepEqual(
      await said(town.id, terraceRates([NINE[0]!, { when: [null, null], value: '5' }])),
      [],
      'one for all other cases does'
    )
    assert.deepEqual(await said(town.id, terraceRates(NINE)), [])
  })

  test('goes by answers that there are, and not by their words', async ({ assert }) => {
    const town = await testTown()
    await publishedProcedures()
    const rows = [...NINE, { when: ['annual', 'Primera'], value: '10' }]
    assert.deepEqual(await said(town.id, terraceRates(rows)), [['KEY_UNKNOWN', '1, 2, 3']])
    const old = gainRate('20')
    old.tables!['rate']![0]!.rows!.unshift({ when: ['forty'], value: '10' })
    const refused = await fillIn(town.id, { values: old })
    assert.containsSubset(refused, { error: { diagnostics: [{ code: 'KEY_UNKNOWN' }] } })
  })

  test('that stands with cases left out is missing, and can’t be offered', async ({ assert }) => {
    await publishedProcedures()
    const published = await latestVersion(TERRACE)
    const stood = (rows: typeof NINE) => unwrap(carry(published!, terraceRates(rows)))
    assert.deepEqual(missingOn(stood(NINE.slice(0, 1)), '2026-11-27'), ['rates'])
    assert.deepEqual(missingOn(stood(NINE), '2026-11-27'), [])
  })

  test('has cents where it is what is due, and is as fine as ordinances are by the metre', async ({
    assert,
  }) => {
    const town = await testTown()
    await publishedProcedures()
    const minimum = (value: string): TownValues => ({
      tables: { minimums: [{ from: '2026-01-01', article: 'Ordinance 3', rows: [{ when: [null], value }] }] },
    })
    assert.deepEqual(await said(town.id, minimum('10.125')), [['VALUE_DECIMALS', undefined]])
    assert.deepEqual(await said(town.id, minimum('10.12')), [])
    const fine = NINE.map((row) => ({ ...row, value: '0.060101' }))
    assert.deepEqual(await said(town.id, terraceRates(fine)), [])
    const finer = NINE.map((row) => ({ ...row, value: '0.0601012' }))
    assert.lengthOf(await said(town.id, terraceRates(finer)), 9)
  })

  test('for days that are over asks a person for the reason', async ({ assert }) => {
    const town = await testTown()
    await publishedProcedures()
    const by = { kind: 'officer' as const, id: town.officer.id }
    const given = { values: gainRate('20', '2025-06-01'), by, at: AT }
    assert.deepEqual(await fillIn(town.id, { ...given, reason: null }), {
      ok: false,
      error: { code: 'past', from: '2025-06-01' },
    })
    assert.isTrue((await fillIn(town.id, { ...given, reason: 'The bulletin came late' })).ok)
  })
})
