import { test } from '@japa/runner'
import type { HistoryLine } from '#cases/queries/case_page'
import type { CompiledProcedure } from '#catalogue/types'
import { caseHistory } from '#folder/domain/case_history'

const procedure = { graph: { nodes: {} }, texts: {} } as unknown as CompiledProcedure
const at = new Date('2026-05-04T08:00:00Z')
const t = (key: string, params?: Record<string, unknown>) =>
  key === 'folder.dates.moved' ? `${params!['to']} < ${params!['from']}` : key.split('.').at(-1)!

const told = (kind: string, data: Record<string, any>) =>
  caseHistory(
    { ofLine: () => procedure },
    null,
    { lines: [{ id: '1', kind, data, at } as unknown as HistoryLine], toNotify: false },
    { lang: 'en', timeZone: 'Europe/Madrid', t }
  ).map(({ title, text }) => [title, text])

test.group('The history of a case, to whoever waits', () => {
  const inside = {
    dueOn: '2026-06-02',
    before: '2026-06-02',
    timers: [{ element: 'wait', lastDay: '2026-05-06', before: '2026-05-08' }],
  }

  test('tells that a last day of theirs is another, and not that one of the office is', ({ assert }) => {
    const moved = { ...inside, by: 'version', dueOn: '2026-06-01' }
    assert.deepEqual(told('term_recounted', moved), [['term_of_version', '1 June 2026 < 2 June 2026']])
    assert.isEmpty(told('term_recounted', { ...inside, by: 'version' }))
    assert.isEmpty(told('term_extended', inside))
  })

  test('tells of an urgency whether it moved a day of theirs or not', ({ assert }) => {
    assert.deepEqual(told('urgency_declared', inside), [['urgency_declared', undefined]])
  })
})
