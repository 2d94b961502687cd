import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
// @ts-expect-error a plain script, without types
import { withPicture } from '../../bin/house_picture.js'

test.group('The picture of the house', () => {
  test('in the README is drawn from the plan as it stands (node bin/house_picture.js)', ({ assert }) => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8')
    assert.equal(readme, withPicture(readme))
  })
})
