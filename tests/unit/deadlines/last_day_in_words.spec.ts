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

  test('is provisional where they are usual ones that nobody has confirmed', ({ assert }) => {
    const usual = { ...algemesi, usual: [2025] }
    assert.equal(lastDayInWords('2025-01-15', usual, words), 'deadlines.unconfirmed <2025-01-15> 2025')
    assert.equal(lastDayInWords('2024-01-15', usual, words), '<2024-01-15>')
  })

  test('is so, too, where its term has counted the days of such a year on its way', ({ assert }) => {
    const usual = { ...algemesi, usual: [2024] }
    const told = (since?: string) => lastDayInWords('2025-01-15', usual, words, since)
    assert.equal(told('2024-12-20T10:00:00Z'), 'deadlines.unconfirmed <2025-01-15> 2024')
    assert.equal(told('2025-01-02'), '<2025-01-15>')
    assert.equal(told(), '<2025-01-15>')
  })
})
