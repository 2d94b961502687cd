import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { filledIn } from '#catalogue/queries/town_values'
import { latestVersion } from '#catalogue/queries/latest_version'
import { unwrap } from '#core/result'
import { NameHolder } from '#identity/actions/name_holder'
import { auditRows } from '#tests/support/audit_rows'
import { atTheDesk } from '#tests/support/desk_visitor'
import { GAIN, fillIn, gainRate } from '#tests/support/filled_in'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { addOfficer } from '#tests/support/town'
import { adoptPaid } from '#tests/support/paid_procedure'
import { fileAt } from '#tests/support/moved_filing'

const PROCEDURE = `/desk/procedures/${GAIN}`
const VALUES = `${PROCEDURE}/values`
const RATE = `${VALUES}/rate`

async function office() {
  const open = await openOffice()
  const visitor = await atTheDesk(open.test, open.test.officer)
  await visitor.get('/desk/procedures?lang=es')
  return { ...open, visitor }
}

/** The rate of an ordinance, as an administrator types it. */
const typed = (changes: object = {}) => ({
  before: '',
  from: '2090-01-01',
  article: 'Fiscal by-law 4, art. 6',
  rows: [
    { when: ['0'], value: '12,5', limit: '', article: '' },
    { when: ['*'], value: '24,25', limit: '', article: 'art. 7' },
    { when: [''], value: '', limit: '', article: '' },
  ],
  ...changes,
})

test.group('The values of a town, at the desk', () => {
  test('are listed by procedure, with what is offered, and what must be said before it is', async ({
    assert,
  }) => {
    const { town, visitor } = await office()
    const gain = async () =>
      (await visitor.get('/desk/procedures')).props.procedures.find(({ slug }: any) => slug === GAIN)
    assert.containsSubset(await gain(), {
      offered: null,
      missing: ['Tipo de gravamen (%)'],
      fits: true,
      open: true,
    })
    unwrap(await fillIn(town.id, { values: gainRate('25', '2022-01-01') }))
    const { digest } = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
    unwrap(await new AdoptProcedure().execute(town.id, { slug: GAIN, digest }))
    const offered = await gain()
    assert.containsSubset(offered, { newer: false, missing: [], fits: true, open: true })
    assert.isString(offered.offered)
  })

  test('are of a procedure that can be withdrawn, with a reason, and offered again while somebody holds its body', async ({
    assert,
  }) => {
    const { town, test: base, visitor, procedure } = await office()
    const { slug } = procedure
    const withdraw = (reason: string) => visitor.post(`/desk/procedures/${slug}/withdrawal`, { reason })
    const shown = async () => {
      const { props } = await visitor.get('/desk/procedures')
      return [props.flash?.tone, props.procedures.find((one: any) => one.slug === slug).offered]
    }
    await withdraw('')
    assert.deepEqual(await shown(), ['danger', procedure.sheet.version])
    await withdraw('The ordinance was repealed')
    assert.deepEqual(await shown(), ['success', null])
    assert.deepInclude((await auditRows(town.id, 'catalogue.withdrawn'))[0]!, {
      actor: base.officer.id,
      subject: slug,
    })
    await visitor.post(`/desk/procedures/${slug}/offer`)
    // whatever was published last, by other specs too
    assert.deepEqual(await shown(), ['success', (await latestVersion(slug))!.sheet.version])
    unwrap(await new NameHolder().execute(town.id, { body: 'mayor', officerId: null }))
    await withdraw('Again')
    await visitor.post(`/desk/procedures/${slug}/offer`)
    assert.deepEqual(await shown(), ['danger', null])
  })

  test('are what holds today first: of the pack, where the town has said nothing', async ({ assert }) => {
    const { visitor } = await office()
    const { props } = await visitor.get(VALUES)
    const [bonus, rate] = ['inheritanceBonus', 'rate'].map((seam) =>
      props.seams.find(({ id }: any) => id === seam)
    )
    assert.lengthOf(bonus.now, 1)
    assert.isFalse(bonus.now[0].own)
    assert.equal(bonus.now[0].rows[0].value, '0 %')
    assert.lengthOf(bonus.later, 0)
    assert.lengthOf(rate.now, 0)
    assert.notInclude(
      props.seams.map(({ id }: any) => id),
      'legalCoefficients'
    )
  })

  test('are words in every language of the town, or in none once it has nothing more to say', async ({
    assert,
  }) => {
    const { visitor } = await office()
    const write = async (from: string, es: string, ca: string, en: string) => {
      const { before } = (await visitor.get(`${VALUES}/note`)).props
      const texts = { es, ca, en }
      return visitor.post(`${VALUES}/note`, { before, from, article: '', texts, step: 'confirmed' })
    }
    const half = await write('2090-01-01', 'En agosto cerramos.', '', '')
    assert.sameMembers(Object.keys(half.props.faults), ['texts.ca', 'texts.en'])
    await write('2090-01-01', 'En agosto cerramos.', 'A l’agost tanquem.', 'Closed in August.')
    await write('2090-09-01', '', '', '')
    const { seams } = (await visitor.get(VALUES)).props
    const { now, later } = seams.find(({ id }: any) => id === 'note')
    assert.lengthOf(now, 0)
    assert.deepEqual(
      later.map(({ rows }: any) => rows[0].value),
      ['En agosto cerramos.', '']
    )
  })

  test('are shown as they will be, with an example, before they are written down', async ({ assert }) => {
    const { town, visitor } = await office()
    const ahead = await visitor.post(RATE, typed())
    assert.equal(ahead.status, 200)
    assert.deepEqual(
      ahead.props.ahead.version.rows.map(({ value, article }: any) => [value, article]),
      [
        ['12,5 %', null],
        ['24,25 %', 'art. 7'],
      ]
    )
    const [example] = ahead.props.ahead.examples
    assert.notEqual(example.before, example.after)
    assert.isNotEmpty(example.lines)
    assert.equal((await filledIn(town.id)).size, 0)
    const saved = await visitor.post(RATE, typed({ step: 'confirmed' }))
    assert.equal(saved.status, 303)
    assert.deepEqual((await filledIn(town.id)).get(GAIN)!.contents.tables!['rate'], [
      {
        from: '2090-01-01',
        article: 'Fiscal by-law 4, art. 6',
        rows: [
          { when: ['0'], value: '12.5' },
          { when: [null], value: '24.25', article: 'art. 7' },
        ],
      },
    ])
    const rate = (await visitor.get(VALUES)).props.seams.find(({ id }: any) => id === 'rate')
    assert.lengthOf(rate.later, 1)
  })

  test('that are wrong are told at their fields, and nothing typed is lost', async ({ assert }) => {
    const { town, visitor } = await office()
    const rows = [
      { when: ['0'], value: 'doce', limit: '', article: '' },
      { when: ['*'], value: '31', limit: '', article: '' },
    ]
    const unread = await visitor.post(RATE, typed({ rows, article: '', from: '31/12/2089' }))
    assert.equal(unread.status, 422)
    assert.sameMembers(Object.keys(unread.props.faults), ['from', 'article', 'rows.0.value'])
    assert.equal(unread.props.typed.rows[0].value, 'doce')
    const high = await visitor.post(RATE, typed({ rows: [{ ...rows[0], value: '12' }, rows[1]] }))
    assert.equal(high.status, 422)
    assert.deepEqual(Object.keys(high.props.faults), ['rows.1.value'])
    assert.include(high.props.faults['rows.1.value'], '30')
    assert.equal((await filledIn(town.id)).size, 0)
  })

  test('can be given room for more rows, changed again, mended and taken back', async ({ assert }) => {
    const { town, visitor } = await office()
    const more = await visitor.post(RATE, typed({ step: 'more' }))
    assert.lengthOf(more.props.typed.rows, 6)
    assert.lengthOf((await visitor.post(RATE, typed({ step: 'mend' }))).props.typed.rows, 3)
    await visitor.post(RATE, typed({ step: 'confirmed' }))
    const mended = await visitor.get(`${RATE}?from=2090-01-01`)
    assert.containsSubset(mended.props.typed, { from: '2090-01-01', article: 'Fiscal by-law 4, art. 6' })
    assert.equal(mended.props.typed.rows[1].value, '24,25')
    await visitor.post(`${PROCEDURE}/removal`, { seam: 'rate', from: '2090-01-01' })
    assert.deepEqual((await filledIn(town.id)).get(GAIN)!.contents.tables, {})
    assert.lengthOf(await auditRows(town.id, 'catalogue.values_changed'), 2)
  })

  test('are not written over what somebody else has written meanwhile', async ({ assert }) => {
    const { town, visitor } = await office()
    const { props } = await visitor.get(RATE)
    await fillIn(town.id)
    const late = await visitor.post(RATE, typed({ before: props.before, step: 'confirmed' }))
    assert.equal(late.status, 422)
    assert.isString(late.props.faults.from)
    assert.notEqual(late.props.before, props.before)
    assert.equal(
      (await visitor.post(RATE, typed({ before: late.props.before, step: 'confirmed' }))).status,
      303
    )
  })

  test('that were used already ask for a reason, and take it', async ({ assert }) => {
    const { test: town, visitor, ...open } = await office()
    const paid = await adoptPaid(town.id, true)
    await fileAt({ test: town, ...open }, paid, {
      answers: { request: '2' },
      at: new Date('2026-06-10T10:00:00Z'),
    })
    const path = `/desk/procedures/${paid.slug}/values/sheet`
    const late = {
      before: '',
      from: '2026-06-01',
      article: 'By-law 9, art. 1',
      value: '3',
      step: 'confirmed',
    }
    const asked = await visitor.post(path, late)
    assert.equal(asked.status, 422)
    assert.isString(asked.props.used)
    assert.equal((await visitor.post(path, { ...late, reason: 'A misprint in the bulletin' })).status, 303)
    const [row] = await auditRows(town.id, 'catalogue.values_changed')
    assert.containsSubset(row, { actor: town.officer.id, detail: { reason: 'A misprint in the bulletin' } })
  })

  test('bind the unit and the body', async ({ assert }) => {
    const { town, visitor } = await office()
    await visitor.post(`${PROCEDURE}/binding`, { unit: 'general', body: '' })
    assert.deepEqual((await filledIn(town.id)).get(GAIN)!.contents, { unit: 'general' })
    const { props } = await visitor.get(VALUES)
    assert.equal(props.bound[0].value, 'general')
  })

  test('are an administrator’s; what is not open, or not there, is not found', async ({ assert }) => {
    const { test: town, visitor } = await office()
    const clerk = await atTheDesk(town, await addOfficer(town.id, { roles: ['case_handler'] }))
    for (const path of ['/desk/procedures', VALUES, RATE]) assert.equal((await clerk.get(path)).status, 403)
    assert.equal((await clerk.post(RATE, typed({ step: 'confirmed' }))).status, 403)
    for (const path of [
      `${VALUES}/legalCoefficients`,
      `${VALUES}/nothing`,
      '/desk/procedures/nothing/values',
    ])
      assert.equal((await visitor.get(path)).status, 404, path)
  })
})

const TERRACE = '/desk/procedures/terrace-licence/values/rates'

test.group('The rates of the terrace licence, at the desk', () => {
  test('are chosen by the words of the answers: a row for each period and category', async ({ assert }) => {
    const { visitor } = await office()
    const { seam, typed: first } = (await visitor.get(TERRACE)).props
    assert.deepEqual(
      seam.columns.map(({ options }: any) => options.map(({ value }: any) => value)),
      [
        ['annual', 'season', 'months'],
        ['1', '2', '3'],
      ]
    )
    assert.deepEqual(
      seam.columns[1].options.map(({ label }: any) => label),
      ['Primera', 'Segunda', 'Tercera']
    )
    assert.lengthOf(
      first.rows.filter(({ when }: any) => when.length === 2),
      9
    )
  })

  test('that leave cases out, or say one twice, are told so in words that people read', async ({
    assert,
  }) => {
    const { visitor } = await office()
    const row = { when: ['annual', '1'], value: '10', limit: '', article: '' }
    const one = await visitor.post(TERRACE, typed({ rows: [row] }))
    assert.equal(one.status, 422)
    const missing = one.props.faults['rows.0.value']
    assert.include(missing, 'Segunda')
    assert.notMatch(missing, /annual|season|rates/)
    const twice = (await visitor.post(TERRACE, typed({ rows: [row, row] }))).props.faults['rows.1.when.0']
    assert.include(twice, 'Primera')
    assert.notInclude(twice, 'annual')
    const words = await visitor.post(TERRACE, typed({ rows: [{ ...row, when: ['annual', 'Primera'] }] }))
    assert.include(words.props.faults['rows.0.when.1'], 'Primera, Segunda, Tercera')
  })

  test('for a day that is over ask for a reason', async ({ assert }) => {
    const { visitor } = await office()
    const past = { from: '2025-06-01', step: 'confirmed' }
    const asked = await visitor.post(RATE, typed(past))
    assert.equal(asked.status, 422)
    assert.isString(asked.props.used)
    assert.equal((await visitor.post(RATE, typed({ ...past, reason: 'El boletín llegó tarde' }))).status, 303)
  })
})
