import { test } from '@japa/runner'
import type { FeeScheduleSource } from '#fees/index'
import { reckon, feeSchedule } from '#tests/unit/fees/support'

const ALWAYS = { from: '2000-01-01', article: 'art. 1' }

const of = (source: FeeScheduleSource, types: Record<string, any>) => {
  const fees = feeSchedule(source, types)
  return (answers: Record<string, any>, filedOn?: string) => {
    const found = reckon(fees, answers, { types, filedOn })
    if (!found.ok) throw new Error(JSON.stringify(found.error))
    return found.value
  }
}

test.group('Copies (marginal brackets)', () => {
  const perPage = (first: string, upTo: string, then: string) =>
    of(
      {
        tables: {
          copies: {
            of: 'pages',
            mode: 'marginal',
            versions: [{ ...ALWAYS, brackets: [{ upTo, value: first }, { value: then }] }],
          },
        },
        steps: [{ id: 'copying', charge: 'copies', quantity: 'pages' }],
      },
      { pages: 'number' }
    )

  test('five certified pages cost 2.60', ({ assert }) => {
    const { total, lines } = perPage('0.80', '3', '0.10')({ pages: '5' })
    assert.equal(total, '2.60')
    assert.deepInclude(lines[0], { quantity: '5', amount: '2.60', article: 'art. 1' })
  })

  test('twelve plain ones cost 1.70', ({ assert }) => {
    assert.equal(perPage('0.15', '10', '0.10')({ pages: '12' }).total, '1.70')
  })

  test('three cost three times the first, and none cost nothing', ({ assert }) => {
    const of3 = perPage('0.80', '3', '0.10')
    assert.deepEqual([of3({ pages: '3' }).total, of3({ pages: '0' }).total], ['2.40', '0.00'])
  })
})

test.group('The tax on building (RDLeg 2/2004, arts. 100-103)', () => {
  const icio = of(
    {
      tables: { rate: { versions: [{ ...ALWAYS, value: '3.5' }] } },
      steps: [
        { id: 'quota', charge: 'cost * rate / 100', quantity: 'cost', rate: 'rate' },
        { id: 'special_interest', reduction: '95', when: 'special' },
        { id: 'social_housing', reduction: '50', when: 'social' },
      ],
    },
    { cost: 'number', special: 'boolean', social: 'boolean' }
  )

  test('is the cost times the rate', ({ assert }) => {
    assert.equal(icio({ cost: '25000', special: false, social: false }).total, '875.00')
  })

  test('is reduced in the order declared, each time of what was left', ({ assert }) => {
    assert.equal(icio({ cost: '25000', special: true, social: false }).total, '43.75')
    const both = icio({ cost: '25000', special: true, social: true })
    assert.deepEqual(
      both.lines.map(({ amount, base, percent }) => [amount, base, percent]),
      [
        ['875.00', null, null],
        ['-831.25', '875.00', '95'],
        ['-21.87', '43.75', '50'],
      ]
    )
    assert.equal(both.total, '21.88')
  })
})

test.group('The vehicle tax (RDLeg 2/2004, art. 95)', () => {
  const ivtm = of(
    {
      tables: {
        cars: {
          of: 'power',
          versions: [
            {
              ...ALWAYS,
              brackets: [
                { below: '8', value: '12.62' },
                { below: '12', value: '34.08' },
                { below: '16', value: '71.94' },
                { below: '20', value: '89.61' },
                { value: '112.00' },
              ],
            },
          ],
        },
      },
      steps: [
        { id: 'year', value: 'cars * coefficient', decimals: 2 },
        { id: 'quota', charge: 'year * quarters / 4' },
      ],
    },
    { power: 'number', coefficient: 'number', quarters: 'number' }
  )

  test('of {power} fiscal horsepower, coefficient {coefficient}, {quarters} quarters, is {total}')
    .with([
      { power: '10', coefficient: '2', quarters: '4', total: '68.16' },
      { power: '12', coefficient: '1.8', quarters: '4', total: '129.49' },
      { power: '12', coefficient: '1.8', quarters: '2', total: '64.75' },
      { power: '20', coefficient: '1.95', quarters: '4', total: '218.40' },
      { power: '7.99', coefficient: '1', quarters: '4', total: '12.62' },
      { power: '8', coefficient: '1', quarters: '4', total: '34.08' },
    ])
    .run(({ assert }, { total, ...answers }) => {
      assert.equal(ivtm(answers).total, total)
    })
})
