import { test } from '@japa/runner'
import { answers, fieldsOf } from '#identity/domain/provider_answer'

const form = { nonce: 'state', fields: { state: 8, code: 4 } }
const BEGUN = Date.UTC(2026, 2, 2, 9)
const state = { driver: 'oidc', nonce: 'n', returnTo: '/folder', begun: BEGUN }
const driver = { name: 'oidc', answer: form }

test.group('The answer of a provider', () => {
  test('is read field by field, as far as its driver reads it', ({ assert }) => {
    assert.deepEqual(fieldsOf(form, { state: 'n', code: 'c', more: 'x' }), { state: 'n', code: 'c' })
    assert.deepEqual(fieldsOf(form, Object.create({ state: 'inherited' })), {})
    for (const wrong of [{ code: 'xxxxx' }, { code: ['a'] }, { state: { a: 'b' } }])
      assert.isNull(fieldsOf(form, wrong))
  })

  test('is to a sign-in when it is by its driver, brings its nonce, and comes within half an hour', ({
    assert,
  }) => {
    const at = (minutes: number) => new Date(BEGUN + minutes * 60_000)
    const said = { driver, answer: { state: 'n' }, at: at(29) }
    assert.isTrue(answers(state, said))
    assert.isFalse(answers(state, { ...said, at: at(30) }))
    assert.isFalse(answers(state, { ...said, answer: { state: 'm' } }))
    assert.isFalse(answers(state, { ...said, answer: {} }))
    assert.isFalse(answers(state, { ...said, driver: { ...driver, name: 'saml' } }))
  })
})
