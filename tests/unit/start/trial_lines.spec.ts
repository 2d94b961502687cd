import { test } from '@japa/runner'
import i18nManager from '@adonisjs/i18n/services/main'
import { trialLines } from '#start/towns/trial_lines'

const say = (id: string, params?: Record<string, string | number>) => i18nManager.locale('en').t(id, params)

test('A trial of a plan tells which last days would be others, and what they are now', ({ assert }) => {
  const samples = [{ id: 'a', number: '2026-E-RE-000001', lastDay: '2026-05-04', before: '2026-06-02' }]
  const days = [
    { element: null, cases: 1, samples },
    { element: 'answer_over', cases: 1, samples },
  ]
  const told = trialLines({ cases: 1, moves: [], days, elements: [], stays: [] }, [], say)
  assert.deepEqual(told.slice(1), [
    '  1 have another last day (-): 2026-E-RE-000001 2026-05-04 (2026-06-02)',
    '  1 have another last day (answer_over): 2026-E-RE-000001 2026-05-04 (2026-06-02)',
  ])
})
