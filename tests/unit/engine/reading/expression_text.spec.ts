import { test } from '@japa/runner'
import { expressionText, literalOf } from '#engine/reading/expression_text'

test.group('The FEEL of an attribute', () => {
  test('is what stands there, without the sign that says that it is one', ({ assert }) => {
    for (const [source, text] of [
      ['fee', 'fee'],
      [' = fee + 1 ', 'fee + 1'],
      ['=fee = 1', 'fee = 1'],
      ['x = 1', 'x = 1'],
    ] as const)
      assert.equal(expressionText(source), text)
  })

  test('is a text where all of it stands in single quotes', ({ assert }) => {
    assert.equal(expressionText("='receipt'"), '"receipt"')
    assert.equal(expressionText(' =\'it is "so"\' '), '"it is \\"so\\""')
    for (const source of ["x ='a'", "='a' + x", "'a'"])
      assert.equal(expressionText(source), source.replace(/^=/, ''), source)
  })

  test('always gives the same text only where it is one text, whole', ({ assert }) => {
    assert.equal(literalOf("='receipt'"), 'receipt')
    assert.equal(literalOf(' ="receipt" '), 'receipt')
    for (const source of ['receipt', '"a" + x', 'x + "a"', '"a" = "b"', '"a\\n"', ''])
      assert.isNull(literalOf(source))
  })
})
