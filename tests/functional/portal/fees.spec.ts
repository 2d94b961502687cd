import { test } from '@japa/runner'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { checkSchema } from '#catalogue/domain/check_schema'
import { unwrap } from '#core/result'
import { SetLicence } from '#tenancy/actions/set_licence'
import { GAIN, fillIn } from '#tests/support/filled_in'
import { openOffice, publishedProcedures } from '#tests/support/filing'
import { Visitor } from '#tests/support/visitor'

const textOfHtml = (html: string) => html.replace(/<[^>]*>/g, ' ').replace(/\s+/g, ' ')

/** A town whose rates change at the start of a year that is far away. */
async function ratedOffice() {
  const office = await openOffice()
  const rate = (from: string, value: string, article: string) => ({
    from,
    article,
    rows: [
      { when: ['0'], value: '12.5' },
      { when: [null], value },
    ],
  })
  const bonus = [
    {
      from: '2022-01-01',
      article: 'Ordinance 5, art. 9',
      rows: [
        { when: ['spouse'], value: '95' },
        { when: [null], value: '0' },
      ],
    },
  ]
  const values = {
    tables: {
      rate: [
        rate('2022-01-01', '20', 'Ordinance 5, art. 8'),
        rate('2090-01-01', '19', 'Ordinance 5 (2090), art. 8'),
      ],
      inheritanceBonus: bonus,
    },
  }
  unwrap(await fillIn(office.town.id, { values }))
  const { digest } = (await publishedProcedures()).find(({ slug }) => slug === GAIN)!
  unwrap(await new AdoptProcedure().execute(office.town.id, { slug: GAIN, digest }))
  return office
}

test.group('The price list of a town', () => {
  test('gives each rate in force and to come, with its days and its article, in each language', async ({
    assert,
  }) => {
    const { test: town } = await ratedOffice()
    const visitor = new Visitor(town.host)
    for (const [lang, now, later, spouse] of [
      [
        'es',
        'En vigor desde el 1 de enero de 2022 hasta el 31 de diciembre de 2089',
        'A partir del 1 de enero de 2090',
        '95 %',
      ],
      ['ca', 'En vigor des de: 1 de gener del 2022', 'A partir de: 1 de gener del 2090', '95 %'],
      ['en', 'In force from 1 January 2022 to 31 December 2089', 'From 1 January 2090', '95 %'],
    ] as const) {
      const { status, body } = await visitor.get(`/fees?lang=${lang}`)
      assert.equal(status, 200)
      const text = textOfHtml(body)
      for (const part of [
        now,
        later,
        spouse,
        'Ordinance 5, art. 8',
        'Ordinance 5 (2090), art. 8',
        '19 %',
        '20 %',
      ])
        assert.include(text, part, lang)
      assert.notMatch(text, /fees\.|portal\./)
    }
  })

  test('says which procedures cost nothing', async ({ assert }) => {
    const { test: town } = await ratedOffice()
    const text = textOfHtml((await new Visitor(town.host).get('/fees?lang=en')).body)
    assert.match(text, /Procedures free of charge.*General application/s)
  })

  test('is led to from the front page, from every page and from the sheet of what costs something', async ({
    assert,
  }) => {
    const { test: town } = await ratedOffice()
    const visitor = new Visitor(town.host)
    assert.match((await visitor.get('/')).body, /href="\/fees"[^]*href="\/fees"/)
    assert.include((await visitor.get(`/procedures/${GAIN}`)).body, `href="/fees#${GAIN}"`)
    assert.notInclude((await visitor.get('/procedures/general-application')).body, 'href="/fees#')
  })

  test('can be taken away as open data, for programs and for spreadsheets', async ({ assert }) => {
    const { test: town } = await ratedOffice()
    const visitor = new Visitor(town.host)
    const json = JSON.parse((await visitor.get('/fees.json?lang=es')).body)
    assert.equal(json.currency, 'EUR')
    assert.deepEqual(checkSchema('prices', 'fees.json', json), [])
    assert.isNull(json.licence)
    assert.deepInclude(json.rates, {
      procedure: GAIN,
      title: 'Autoliquidación de la plusvalía municipal',
      rate: 'rate',
      label: 'Tipo de gravamen (%)',
      columns: ['Años completos entre las dos fechas (20 o más cuentan como 20)'],
      keys: ['0'],
      value: '12.5',
      unit: 'percent',
      per: [],
      from: '2090-01-01',
      to: null,
      article: 'Ordinance 5 (2090), art. 8',
    })
    const csv = await visitor.get('/fees.csv?lang=es')
    assert.match(String(csv.headers['content-disposition']), /attachment; filename=".*\.csv"/)
    assert.match(
      csv.body,
      /^\ufeffTrámite;Tarifa;Depende de;Para;Importe o tipo;Unidad;Desde;Hasta;Norma;Licencia\r\n/
    )
    assert.match(
      csv.body,
      /;Tipo de gravamen \(%\);Años completos entre las dos fechas \(20 o más cuentan como 20\);0;12,5;percent;2090-01-01;;Ordinance 5 \(2090\), art\. 8;\r\n/
    )
  })

  test('says under which licence it may be used again, once its town has named one', async ({ assert }) => {
    const { test: town } = await ratedOffice()
    const licence = 'https://creativecommons.org/licenses/by/4.0/'
    unwrap(await new SetLicence().execute(town.id, licence))
    const visitor = new Visitor(town.host)
    const answer = await visitor.get('/fees.json')
    assert.equal(JSON.parse(answer.body).licence, licence)
    assert.equal(answer.headers['link'], `<${licence}>; rel="license"`)
    assert.include((await visitor.get('/fees.csv')).body, `;${licence}\r\n`)
    assert.include((await visitor.get('/fees')).body, `rel="license" href="${licence}"`)
  })
})
