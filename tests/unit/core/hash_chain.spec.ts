import { test } from '@japa/runner'
import { commitment, linkHash, linkHashSql, newSalt } from '#core/hash_chain'
import { sha256Hex } from '#core/digest'

test.group('A link of a chain', () => {
  test('is hashed over its fields in the order of RFC 8785, whatever order they come in', ({ assert }) => {
    const expected = sha256Hex('{"a":"x","n":3,"v":"one"}')
    assert.equal(linkHash({ v: 'one', n: 3, a: 'x' }), expected)
    assert.equal(linkHash({ n: 3, a: 'x', v: 'one' }), expected)
  })

  test('refuses what SQL could write otherwise', ({ assert }) => {
    for (const value of ['ñ', 'a"b', 'a\\b', 'a\nb', 1.5, Number.NaN, 2 ** 53])
      assert.throws(() => linkHash({ a: value }), /plain ASCII/)
  })

  test('has its SQL fields in the same order', ({ assert }) => {
    const sql = linkHashSql({ v: { text: `'one'` }, n: { integer: 'r.n' }, a: { text: 'r.a' } })
    assert.isBelow(sql.indexOf('"a"'), sql.indexOf('"n"'))
    assert.isBelow(sql.indexOf('"n"'), sql.indexOf('"v"'))
  })
})

test.group('A commitment', () => {
  test('can be checked by whoever has content and salt, and by nobody else', ({ assert }) => {
    const content = { id: '99999999R', name: 'Núria Peris' }
    const salt = newSalt()
    assert.equal(commitment(content, salt), commitment({ name: 'Núria Peris', id: '99999999R' }, salt))
    assert.notEqual(commitment(content, salt), commitment(content, newSalt()))
    assert.notEqual(commitment(content, salt), commitment({ ...content, name: 'Nuria Peris' }, salt))
  })
})
