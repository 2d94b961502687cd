import { test } from '@japa/runner'
import type { HistoryLine } from '#cases/queries/case_page'
import { toldAs } from '#cases/queries/told_as'
import type { CompiledProcedure } from '#catalogue/types'
import { movedDaysIn } from '#folder/domain/moved_days_in'

const node = (role: string, boundaries: string[]) => ({ role, boundaries })
const procedure = {
  graph: {
    nodes: { answer: node('citizen', ['answer_over']), review: node('case_handler', ['review_over']) },
  },
} as unknown as CompiledProcedure

const t = (key: string, params?: Record<string, unknown>) =>
  key === 'folder.dates.moved'
    ? `${params!['name']} ${params!['to']} < ${params!['from']}`
    : key.split('.').at(-1)!

const line = (kind: string, data: Record<string, any>) => ({ kind, data }) as unknown as HistoryLine
const words = (one: HistoryLine) => movedDaysIn(one, procedure, { lang: 'en', t })
const timer = (element: string) => ({ element, lastDay: '2026-05-04', before: '2026-05-06' })

test.group('Last days that moved, to whoever waits', () => {
  test('are that to resolve and theirs to answer, and none of what the office does inside', ({ assert }) => {
    const data = {
      dueOn: '2026-06-02',
      before: '2026-06-03',
      timers: [timer('answer_over'), timer('review_over')],
    }
    assert.equal(
      words(line('term_recounted', data)),
      'resolution 2 June 2026 < 3 June 2026 answer 4 May 2026 < 6 May 2026'
    )
  })

  test('are told of nothing else, nor of what stayed as it was', ({ assert }) => {
    assert.equal(words(line('term_met', { on: '2026-06-02' })), '')
    assert.equal(words(line('term_recounted', { dueOn: '2026-06-02', before: '2026-06-02', timers: [] })), '')
  })

  test('say whether other closed days moved them, or another version', ({ assert }) => {
    assert.equal(toldAs(line('term_recounted', {})), 'term_recounted')
    assert.equal(toldAs(line('term_recounted', { by: 'version' })), 'term_of_version')
    assert.equal(toldAs(line('version_changed', { back: true })), 'version_restored')
  })
})
