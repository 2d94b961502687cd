import { test } from '@japa/runner'
import { lastDayInWords } from '#deadlines/index'
import { algemesi } from '#tests/unit/deadlines/algemesi'

const words = {
  t: (id: string, { date, year }: Record<string, string>) => `${id} ${date} ${year}`,
  date: (day: string) => `<${day}>`,
}

test.group('A last day in words', () => {
  test('is told as it is where the closed days of its year are loaded', ({ assert }) => {
    assert.equal(lastDayInWords('2025-01-15', algemesi, words), '<2025-01-15>')
  })

  test('is provisional where they are not', ({ assert }) => {
    assert.equal(lastDayInWords('2026-01-15', algemesi, words), 'deadlines.provisional <2026-01-15> 2026')
  })
})
