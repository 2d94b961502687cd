import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'

const text = (name: string) => readFileSync(new URL(`../../../${name}`, import.meta.url), 'utf8')

/** What the framework sets by itself. */
const NOT_AN_OPERATOR = ['NODE_ENV']

const known = [...text('start/env.ts').matchAll(/^ {2}([A-Z_]+): Env/gm)]
  .map(([, name]) => name!)
  .filter((name) => !NOT_AN_OPERATOR.includes(name))

test.group('What an operator can set', () => {
  test('stands in .env.example, each with a word of explanation, and nothing else does', ({ assert }) => {
    const blocks = text('.env.example').trim().split('\n\n').slice(1)
    const explained = blocks.flatMap((block) => {
      assert.match(block, /^# [A-Z0-9][^=]+[.:?]/i)
      return [...block.matchAll(/^# ([A-Z_]+)=/gm)].map(([, name]) => name!)
    })
    assert.isAbove(known.length, 10)
    assert.sameMembers(explained, known)
  })

  test('stands in the table of the README', ({ assert }) => {
    const rows = text('README.md').split('\n').filter((line) => line.startsWith('| `')) // prettier-ignore
    for (const name of known) assert.isTrue(rows.some((row) => row.includes(`\`${name}\``)), name) // prettier-ignore
  })
})
