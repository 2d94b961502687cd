import { test } from '@japa/runner'
import { unwrap } from '#core/result'
import { entryNumberFormat, formatEntryNumber, MAX_LENGTH } from '#registry/domain/entry_number'

const codesOf = (pattern: string) => {
  const result = entryNumberFormat(pattern)
  return result.ok ? [] : result.error.map(({ code }) => code)
}

test.group('The number of an entry', () => {
  test('is written as the book says', ({ assert }) => {
    const write = (pattern: string, number: number) =>
      formatEntryNumber(unwrap(entryNumberFormat(pattern)), { year: 2026, number })
    assert.equal(write('{year}-E-RE-{number:6}', 123), '2026-E-RE-000123')
    assert.equal(write('{year}-S-RE-{number:6}', 1_234_567), '2026-S-RE-1234567')
    assert.equal(write('RG/{number}/{year2}', 9), 'RG/9/26')
  })

  test('always fits the twenty characters of the interchange between registers', ({ assert }) => {
    const format = unwrap(entryNumberFormat('{year}-E-RE-{number:6}'))
    assert.isAtMost(formatEntryNumber(format, { year: 2026, number: 9_999_999 }).length, MAX_LENGTH)
    assert.deepEqual(codesOf('{year}-ENTRADA-RE-{number:6}'), ['ENTRY_NUMBER_TOO_LONG'])
  })

  test('could never be given twice', ({ assert }) => {
    assert.deepEqual(codesOf('E-RE-{number:6}'), ['ENTRY_NUMBER_NEEDS_YEAR'])
    assert.deepEqual(codesOf('{year}-E-RE'), ['ENTRY_NUMBER_NEEDS_NUMBER'])
    assert.deepEqual(codesOf('{year}-{number}-{number}'), ['ENTRY_NUMBER_NEEDS_NUMBER'])
  })

  test('takes no letters that a file name or a quotation could trip over', ({ assert }) => {
    for (const pattern of [
      "{year}'{number}",
      '{year} {number}',
      '{year}-{number',
      '{yaer}-{number}',
      'é{year}{number}',
    ])
      assert.deepEqual(codesOf(pattern), ['ENTRY_NUMBER_SYNTAX'], pattern)
  })
})
