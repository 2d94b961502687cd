import { test } from '@japa/runner'
import { parseJson } from '#catalogue/domain/parse_json'

const placeIn = (text: string) => {
  const parsed = parseJson('a.json', text)
  return parsed.ok ? 'none' : `${parsed.error.line}:${parsed.error.column}`
}

test.group('A document that is no JSON', () => {
  test('is told with the place of the slip, whatever the slip', ({ assert }) => {
    assert.equal(placeIn('{"a": }'), '1:7')
    assert.equal(placeIn('{\n  "a": [1,\n  ]\n}'), '3:3')
    assert.equal(placeIn('{"a":\n tru}'), '2:5')
    assert.equal(placeIn('{"a" 1}'), '1:6')
    assert.equal(placeIn('{"a": 1'), '1:8')
    assert.equal(placeIn('<xml/>'), '1:1')
    assert.equal(placeIn(''), '1:1')
  })
})
