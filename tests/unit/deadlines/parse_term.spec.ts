import { test } from '@japa/runner'
import { parseTerm, termText } from '#deadlines/index'

test.group('The text of a term', () => {
  test('"{text}" is {amount} {unit}')
    .with([
      { text: '10 working days', amount: 10, unit: 'working_days' },
      { text: '10 days', amount: 10, unit: 'working_days' },
      { text: '1 working_day', amount: 1, unit: 'working_days' },
      { text: ' 5  Natural Days ', amount: 5, unit: 'natural_days' },
      { text: '24 hours', amount: 24, unit: 'hours' },
      { text: '1 month', amount: 1, unit: 'months' },
      { text: '2 years', amount: 2, unit: 'years' },
      { text: 'P10D', amount: 10, unit: 'natural_days' },
      { text: 'P2W', amount: 14, unit: 'natural_days' },
      { text: 'P3M', amount: 3, unit: 'months' },
      { text: 'P1Y', amount: 1, unit: 'years' },
      { text: 'P1Y6M', amount: 18, unit: 'months' },
      { text: 'PT24H', amount: 24, unit: 'hours' },
    ])
    .run(({ assert }, { text, amount, unit }) => {
      const read = parseTerm(text)
      assert.deepEqual(read, { ok: true, value: { amount, unit } } as typeof read)
      if (read.ok) assert.deepEqual(parseTerm(termText(read.value)), read)
    })

  test('"{text}" is refused as {code}')
    .with([
      { text: 'ten days', code: 'TERM_UNREADABLE' },
      { text: '0 days', code: 'TERM_UNREADABLE' },
      { text: '-1 days', code: 'TERM_UNREADABLE' },
      { text: '1.5 months', code: 'TERM_UNREADABLE' },
      { text: 'P1M10D', code: 'TERM_UNREADABLE' },
      { text: 'P', code: 'TERM_UNREADABLE' },
      { text: 'P1DT', code: 'TERM_UNREADABLE' },
      { text: 'PT30M', code: 'TERM_UNREADABLE' },
      { text: 'PT36H', code: 'TERM_OVER_24_HOURS' },
      { text: '25 hours', code: 'TERM_OVER_24_HOURS' },
    ])
    .run(({ assert }, { text, code }) => {
      const read = parseTerm(text, { file: 'process.bpmn', element: 'Timer_1' })
      if (read.ok) return assert.fail('it was accepted')
      assert.deepInclude(read.error[0], { code, file: 'process.bpmn', element: 'Timer_1', params: { text } })
    })
})
