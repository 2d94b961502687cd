import { test } from '@japa/runner'
import { helpsToTryAgain, wayOut } from '#desk/domain/way_out'

test.group('What helps where a case stopped', () => {
  test('is to mend what was asked for, where some of it can be', ({ assert }) => {
    assert.equal(wayOut('condition_not_boolean', ['answers', 'amount'], ['amount', 'ready']), 'mend')
    assert.equal(wayOut('too_many_entries', [], ['amount']), 'mend')
    assert.isTrue(helpsToTryAgain('mend'))
  })

  test('is never to try again where only what was filed was asked for: the version is pinned', ({
    assert,
  }) => {
    assert.equal(wayOut('timer_unusable', ['answers'], ['amount']), 'filed')
    assert.equal(wayOut('timer_unusable', ['answers'], []), 'filed')
    assert.isFalse(helpsToTryAgain('filed'))
  })

  test('nor where the drawing alone leads there', ({ assert }) => {
    assert.equal(wayOut('join_incomplete', [], ['amount']), 'drawing')
    assert.equal(wayOut('too_many_entries', [], []), 'drawing')
    assert.isFalse(helpsToTryAgain('drawing'))
  })

  test('is to try again where a service failed', ({ assert }) => {
    for (const code of ['activity_failed', 'job_failed'])
      assert.isTrue(helpsToTryAgain(wayOut(code, [], [])), code)
  })
})
