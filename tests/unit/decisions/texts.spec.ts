import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'
import { REFUSED } from '#decisions/index'

const room = new URL('../../../app/decisions/', import.meta.url)
const sources = ['check', 'compile', 'dmn'].flatMap((folder) =>
  readdirSync(new URL(`${folder}/`, room), { encoding: 'utf8' }).map((file) => `${folder}/${file}`)
)
/** What expressions tell in their own words. */
const OTHERS = ['FUNCTION_DEFINED', 'NOT_SUPPORTED', 'TYPE_UNKNOWN']
const codes = [...sources, 'compile_decisions.ts'].flatMap((file) =>
  [...readFileSync(new URL(file, room), 'utf8').matchAll(/'([A-Z]+(?:_[A-Z0-9]+)+)'/g)].map(
    ([, code]) => code as string
  )
)

test.group('Every problem of decisions', () => {
  for (const lang of ['es', 'ca', 'en'])
    test(`is explained, with a remedy, in ${lang}`, ({ assert }) => {
      const file = new URL(`../../../resources/lang/${lang}/decisions.json`, import.meta.url)
      const { diagnostics } = JSON.parse(readFileSync(file, 'utf8'))
      const own = [...new Set(codes)].filter((code) => !OTHERS.includes(code))
      assert.sameMembers(Object.keys(diagnostics), own)
      for (const { problem, remedy } of Object.values<Record<string, string>>(diagnostics)) {
        assert.isNotEmpty(problem)
        assert.isNotEmpty(remedy)
      }
    })

  test('that refuses a file is on the list of what is refused', ({ assert }) => {
    for (const code of Object.keys(REFUSED)) assert.include(codes, code)
  })
})
