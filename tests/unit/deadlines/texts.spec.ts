import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'

const room = new URL('../../../app/deadlines/', import.meta.url)
const sources = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.ts')
)
const codes = sources.flatMap((file) =>
  [...readFileSync(new URL(file, room), 'utf8').matchAll(/'([A-Z]+(?:_[A-Z0-9]+)+|EMPTY|SYNTAX)'/g)].map(
    ([, code]) => code as string
  )
)

test.group('Every problem the deadlines can tell', () => {
  for (const lang of ['es', 'ca', 'en']) {
    test(`is explained, with a remedy, in ${lang}`, ({ assert }) => {
      const file = new URL(`../../../resources/lang/${lang}/deadlines.json`, import.meta.url)
      const { diagnostics } = JSON.parse(readFileSync(file, 'utf8'))
      assert.sameMembers(Object.keys(diagnostics), [...new Set(codes)])
      for (const { problem, remedy } of Object.values<Record<string, string>>(diagnostics)) {
        assert.isNotEmpty(problem)
        assert.isNotEmpty(remedy)
      }
    })
  }
})
