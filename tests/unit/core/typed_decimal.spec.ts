import { test } from '@japa/runner'
import { typedDecimal } from '#core/typed_decimal'

test.group('A decimal that somebody types', () => {
  for (const [typed, language, kept] of [
    ['1.234,56', 'es', '1234.56'],
    ['1.234.567,5', 'ca', '1234567.5'],
    ['1,234.56', 'en', '1234.56'],
    ['0,45', 'es', '0.45'],
    ['0.45', 'es', '0.45'],
    ['0.125', 'es', '0.125'],
    ['1.234', 'es', '1234'],
    ['1,234', 'en', '1234'],
    ['1,5', 'en', '1.5'],
    [' 12,50 €', 'es', '12.50'],
    ['23,5 %', 'ca', '23.5'],
    ['007', 'es', '7'],
    ['0', 'es', '0'],
    ['-3', 'es', '-3'],
  ] as const)
    test(`as ${typed} in ${language} is ${kept}`, ({ assert }) => {
      assert.equal(typedDecimal(typed, language), kept)
    })

  for (const typed of ['', 'doce', '1,2,3', '1.23.4', '--1', '1e3', ',5', '5,'])
    test(`as “${typed}” is none`, ({ assert }) => {
      assert.isNull(typedDecimal(typed, 'es'))
    })
})
