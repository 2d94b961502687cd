import { test } from '@japa/runner'
import { feeRows, type Assessment } from '#fees/index'
import { figuresOf } from '#core/locale'

const fee: Assessment = {
  accruedOn: '2026-05-01',
  values: [
    { id: 'years', value: '20', unit: 'year', article: null },
    { id: 'base', value: '1234.5', unit: 'euro', article: null },
    { id: 'coefficient', value: '0.4', article: null },
  ],
  lines: [
    {
      id: 'occupation',
      kind: 'charge',
      quantity: '12',
      unit: 'square_metre',
      rate: '1.5',
      percent: null,
      base: null,
      amount: '18.00',
      article: 'art. 6',
    },
  ],
  total: '18.00',
}

test.group('What a fee was reckoned from', () => {
  test('is told with what it is a number of', ({ assert }) => {
    const t = (key: string, { value, count }: Record<string, string | number>) =>
      `${value} <${key}, ${count}>`
    const { values, lines } = feeRows(fee, { label: String, t, ...figuresOf('es') })
    assert.deepEqual(
      values.map(({ value }) => value.replace(/\u00a0/g, ' ')),
      ['20 <fees.units.year, 20>', '1.234,50 €', '0,4']
    )
    assert.equal(lines[0]!.reckoned, '12 <fees.units.square_metre, 12> × 1,5 €')
  })
})
