import { test } from '@japa/runner'
import { MOST_XML_BYTES, readingFault, xmlRefusal } from '#core/xml_guard'

test.group('Foreign XML', () => {
  test('is read when it is plain and of a size', ({ assert }) => {
    assert.isNull(xmlRefusal('<a b="1">text</a>'))
    assert.isNull(xmlRefusal('x'.repeat(MOST_XML_BYTES)))
  })

  test('is refused when it is too large, in bytes', ({ assert }) => {
    const refusal = { code: 'XML_TOO_LARGE', params: { most: MOST_XML_BYTES } }
    assert.deepEqual(xmlRefusal('x'.repeat(MOST_XML_BYTES + 1)), refusal)
    assert.deepEqual(xmlRefusal('€'.repeat(MOST_XML_BYTES / 2)), refusal)
  })

  test('is refused when it declares what could unfold', ({ assert }) => {
    for (const [xml, declaration] of [
      ['<!DOCTYPE lolz [<!ENTITY lol "lol">]><a>&lol;</a>', 'DOCTYPE'],
      ['<a/><!entity x SYSTEM "file:///etc/passwd">', 'ENTITY'],
    ] as const)
      assert.deepEqual(xmlRefusal(xml), { code: 'XML_UNFOLDING', params: { declaration } })
  })

  test('that can’t be read is told by the last line of what its reader says', ({ assert }) => {
    assert.equal(readingFault(new Error('failed to parse\n\tline: 1\n  unclosed tag')), 'unclosed tag')
    assert.equal(readingFault('x'.repeat(300)).length, 200)
  })
})
