import { test } from '@japa/runner'
import { digestOfFiles } from '#catalogue/index'

test.group('The digest of a version', () => {
  const files: [string, string][] = [
    ['procedure.json', '{}'],
    ['texts/es.json', '{"a":"ñ"}'],
  ]

  test('does not depend on the order in which its files are read', ({ assert }) => {
    assert.equal(digestOfFiles(new Map(files)), digestOfFiles(new Map([...files].reverse())))
  })

  test('is SHA-256 over the RFC 8785 form of path and SHA-256', ({ assert }) => {
    // printf '{}' | sha256sum, then the same over {"procedure.json":"..."}
    assert.equal(
      digestOfFiles(new Map([['procedure.json', '{}']])),
      'c8b282e5371e50a572c86dd16f581e6e2551500ce0cb3312be761cd6cb843469'
    )
  })

  test('changes with one letter of a text and with the name of a file', ({ assert }) => {
    const whole = digestOfFiles(new Map(files))
    assert.notEqual(whole, digestOfFiles(new Map([files[0]!, ['texts/es.json', '{"a":"n"}']])))
    assert.notEqual(whole, digestOfFiles(new Map([files[0]!, ['texts/ca.json', '{"a":"ñ"}']])))
  })
})
