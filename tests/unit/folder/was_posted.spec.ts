import { test } from '@japa/runner'
import { wasPosted } from '#folder/domain/was_posted'

test.group('A notification on paper', () => {
  test('is to be posted until the office has written down an attempt', ({ assert }) => {
    assert.isFalse(wasPosted({ state: 'available', evidence: { available: '2026-03-02' } }))
    assert.isFalse(
      wasPosted({ state: 'accepted', evidence: { accepted: {} } }),
      'it was opened in the folder'
    )
    assert.isTrue(wasPosted({ state: 'available', evidence: { returned: { on: '2026-03-09' } } }))
    for (const state of ['delivered', 'refused', 'published'] as const)
      assert.isTrue(wasPosted({ state, evidence: {} }), state)
  })
})
