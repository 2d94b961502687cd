import { test } from '@japa/runner'
import { drawnText, proposePlan, termsBetween } from '#catalogue/index'
import { plant } from './small_procedure.js'
import { numbered, redraw, version } from './two_versions.js'

const shorter = numbered('1.1.0', redraw(['3 months<', '2 months<']), (files) =>
  plant(files, 'procedure.json', '/term/amount', 2)
)

test.group('A term of another length in another version', () => {
  test('is kept as it was counted, unless the plan says otherwise', async ({ assert }) => {
    const [from, to] = [await version(), await version(shorter)]
    const plan = proposePlan(from, to)
    const [kept, ...others] = termsBetween(from, to, plan)
    assert.isEmpty(others)
    assert.include(kept, { from: 'late', to: 'late', count: 'kept', ground: '' })
    assert.deepEqual([drawnText(kept!.before), drawnText(kept!.now)], ['3 months', '2 months'])
    const timers = [{ element: 'late', count: 'anew' as const, ground: 'art. 4' }]
    const [anew] = termsBetween(from, to, { ...plan, timers })
    assert.include(anew, { count: 'anew', ground: 'art. 4' })
  })

  test('is none where it is the same, or goes on nowhere', async ({ assert }) => {
    const [from, same, to] = [await version(), await version(numbered('1.1.0')), await version(shorter)]
    assert.isEmpty(termsBetween(from, same, proposePlan(from, same)))
    assert.isEmpty(termsBetween(from, to, { elements: [{ from: 'late', to: null }] }))
  })

  test('is told as it was drawn where it is a date, or reckoned when it begins', ({ assert }) => {
    assert.equal(drawnText({ date: '2027-01-01' }), '2027-01-01')
    assert.equal(drawnText({ expression: { source: 'answers.until' } }), '= answers.until')
  })
})
