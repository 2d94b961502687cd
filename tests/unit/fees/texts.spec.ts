import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'

const codesIn = (folder: string): string[] => {
  const room = new URL(`../../../app/fees/${folder}/`, import.meta.url)
  const text = readdirSync(room)
    .map((file) => readFileSync(new URL(file, room), 'utf8'))
    .join('\n')
  return [...new Set([...text.matchAll(/'([A-Z]+(?:_[A-Z]+)+|NOTHING)'/g)].map(([, code]) => code as string))]
}

const textsIn = (lang: string) =>
  JSON.parse(readFileSync(new URL(`../../../resources/lang/${lang}/fees.json`, import.meta.url), 'utf8'))

test.group('A fee schedule and a fee', () => {
  for (const lang of ['es', 'ca', 'en']) {
    test(`say what is wrong with a fee schedule, and the remedy, in ${lang}`, ({ assert }) => {
      const { diagnostics } = textsIn(lang)
      assert.sameMembers(Object.keys(diagnostics), codesIn('compile'))
      for (const { problem, remedy } of Object.values<Record<string, string>>(diagnostics))
        assert.isTrue(Boolean(problem && remedy))
    })

    test(`say why there is no fee, in ${lang}`, ({ assert }) => {
      assert.sameMembers(Object.keys(textsIn(lang).faults), codesIn('assess'))
    })
  }
})
