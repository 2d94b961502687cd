import { test } from '@japa/runner'
import { MOST_XML_BYTES, readingFault, xmlRefusal } from '#core/xml_guard'

test.group('Foreign XML', () => {
  test('is read when it is plain and of a size', ({ assert }) => {
    assert.isNull(xmlRefusal('<a b="1">text</a>'))
    assert.isNull(xmlRefusal('x'.repeat(MOST_XML_BYTES)))
  })

  test('is refused when it is too large, in bytes', ({ assert }) => {
    const refusal = { code: 'XML_TOO_LARGE', params: { most: MOST_XML_BYTES }, at: 0 }
    assert.deepEqual(xmlRefusal('x'.repeat(MOST_XML_BYTES + 1)), refusal)
    assert.deepEqual(xmlRefusal('€'.repeat(MOST_XML_BYTES / 2)), refusal)
  })

  test('is refused when it has more elements than may be read', ({ assert }) => {
    assert.isNull(xmlRefusal('<a><b/><b/></a>', { tags: 3, levels: 9 }))
    assert.deepEqual(xmlRefusal('<a><b/><b/></a>', { tags: 2, levels: 9 }), {
      code: 'XML_TOO_MANY_TAGS',
      params: { most: 2 },
      at: 7,
    })
    assert.isNull(xmlRefusal('<a/>'.repeat(100_000)))
  })

  test('is refused when its elements stand within one another without end', ({ assert }) => {
    const within = (levels: number) => '<a>'.repeat(levels) + '<b/>' + '</a>'.repeat(levels)
    const most = { tags: Infinity, levels: 10 }
    assert.isNull(xmlRefusal(within(10), most))
    assert.isNull(xmlRefusal('<a><b></b><c/></a>'.repeat(1000), most))
    assert.deepEqual(xmlRefusal(within(11), most), { code: 'XML_TOO_DEEP', params: { most: 10 }, at: 30 })
  })

  test('is refused when it declares what could unfold', ({ assert }) => {
    for (const [xml, declaration, at] of [
      ['<!DOCTYPE lolz [<!ENTITY lol "lol">]><a>&lol;</a>', 'DOCTYPE', 0],
      ['<a/><!entity x SYSTEM "file:///etc/passwd">', 'ENTITY', 4],
      ['<a b=">"/><!-- --><!ATTLIST a b CDATA "c">', 'ATTLIST', 18],
    ] as const)
      assert.deepEqual(xmlRefusal(xml), { code: 'XML_UNFOLDING', params: { declaration }, at })
  })

  test('is refused when it says what stands for nothing', ({ assert }) => {
    for (const [xml, detail, at] of [
      ['<a>&euro;</a>', '&euro;', 3],
      ['<a b="x & y"/>', '&', 8],
      ['<a>&#0;</a>', '&#0;', 3],
      ['<a>&#xFFFF;</a>', '&#xFFFF;', 3],
      ['<a>&#1114112;</a>', '&#1114112;', 3],
    ] as const)
      assert.deepEqual(xmlRefusal(xml), { code: 'XML_ENTITY', params: { detail }, at })
    assert.isNull(xmlRefusal('<a b="&lt;&quot;">&amp;&gt;&apos;&#8364;&#x20AC;</a>'))
  })

  test('is looked at in a time that grows with its length alone', ({ assert }) => {
    const began = performance.now()
    for (const part of ['<a "', '<', '&', "<a b='", '<!--', '<![CDATA[', '&#1'])
      xmlRefusal(part.repeat(Math.floor(MOST_XML_BYTES / part.length)))
    assert.isBelow(performance.now() - began, 2000)
  })

  test('that can’t be read is told by the last line of what its reader says', ({ assert }) => {
    assert.equal(readingFault(new Error('failed to parse\n\tline: 1\n  unclosed tag')), 'unclosed tag')
    assert.equal(readingFault('x'.repeat(300)).length, 200)
  })
})
