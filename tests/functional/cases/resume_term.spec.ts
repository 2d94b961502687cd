import { test } from '@japa/runner'
import { resumeTerm } from '#cases/actions/resume_term'
import { suspendTerm } from '#cases/actions/suspend_term'
import { openCase, pageOf, withLocked, type OpenCase } from '#tests/support/open_case'

const suspend = (open: OpenCase, at: string) =>
  withLocked(open, (trx, caseFile) => suspendTerm(trx, { caseFile, at: new Date(at) }))

const resume = (open: OpenCase, at: string) =>
  withLocked(open, (trx, caseFile) => resumeTerm(trx, { caseFile, at: new Date(at) }))

test.group('The term to resolve, resumed (Law 39/2015, art. 22.1)', () => {
  test('is given back the days that it stood still, and its timers with it', async ({ assert }) => {
    const open = await openCase()
    await suspend(open, '2026-03-04T10:00:00Z')
    assert.equal(await resume(open, '2026-03-12T08:00:00Z'), '2026-06-10')
    const page = await pageOf(open)
    assert.deepInclude(page.summary, { dueOn: '2026-06-10', suspendedOn: null })
    assert.deepInclude(page.timers[0]!, { lastDay: '2026-06-10', paused: false })
    assert.deepEqual(
      page.history.filter(({ kind }) => kind === 'term_resumed').map((line) => [line.public, line.data]),
      [[true, { from: '2026-03-04', to: '2026-03-12', dueOn: '2026-06-10' }]]
    )
  })

  test('that was never suspended stays as it is', async ({ assert }) => {
    const open = await openCase()
    const before = await pageOf(open)
    assert.isNull(await resume(open, '2026-03-12T08:00:00Z'))
    assert.deepEqual(await pageOf(open), before)
  })

  test('remembers every suspension the case ever had', async ({ assert }) => {
    const open = await openCase()
    await suspend(open, '2026-03-04T10:00:00Z')
    await resume(open, '2026-03-12T08:00:00Z')
    await suspend(open, '2026-04-01T10:00:00Z')
    assert.equal(await resume(open, '2026-04-03T08:00:00Z'), '2026-06-12')
  })
})
