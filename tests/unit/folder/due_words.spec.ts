import { test } from '@japa/runner'
import { dueWords } from '#folder/domain/due_words'

const words = {
  t: (key: string, params: Record<string, string> = {}) => [key, ...Object.values(params)].join(' '),
  date: (day: string) => `<${day}>`,
  until: (day: string) => `<until ${day}>`,
}
const open = { state: 'open', dueOn: '2026-06-01', suspendedOn: null } as const

test.group('The term of a case, to its citizen', () => {
  test('is its last day, and what silence means', ({ assert }) => {
    assert.deepEqual(dueWords(open, 'approves', words), {
      dueOn: '<until 2026-06-01>',
      dueNote: 'filings.receipt.next.silence approves',
    })
  })

  test('that stands still has no last day: it says since when', ({ assert }) => {
    const { dueOn } = dueWords({ ...open, suspendedOn: '2026-03-02' }, 'dismisses', words)
    assert.equal(dueOn, 'cases.suspendedSince <2026-03-02>')
  })

  test('is over with the case, and none where the law gives none', ({ assert }) => {
    const nothing = { dueOn: null, dueNote: null }
    assert.deepEqual(dueWords({ ...open, state: 'closed' }, 'approves', words), nothing)
    assert.deepEqual(dueWords({ ...open, dueOn: null }, 'none', words), nothing)
  })
})
