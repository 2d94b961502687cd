import { readFileSync, readdirSync } from 'node:fs'
import { test } from '@japa/runner'

const root = new URL('../../../', import.meta.url)
const words = (language: string) =>
  JSON.parse(readFileSync(new URL(`resources/lang/${language}/catalogue.json`, root), 'utf8'))

const sources = ['apart', 'commands', 'domain', 'queries']
  .flatMap((folder) =>
    readdirSync(new URL(`app/catalogue/${folder}/`, root), { recursive: true, withFileTypes: true })
  )
  .filter((entry) => entry.isFile())
  .map((entry) => readFileSync(`${entry.parentPath}/${entry.name}`, 'utf8'))
  .join('\n')

/** Codes stand in the code as texts in capitals; those of errors and models have their words elsewhere, names of the environment none. */
const codes = new Set(
  [...sources.matchAll(/'((?!E_|DMN_|APP_|FINESTRA_)[A-Z]+(?:_[A-Z]+)+)'/g)].map(
    (match) => match[1] as string
  )
)

const shape = (value: unknown): unknown =>
  typeof value === 'string'
    ? [...value.matchAll(/\{(\w+)[,}]/g)].map((match) => match[1]).sort()
    : Object.fromEntries(Object.entries(value as object).map(([key, inner]) => [key, shape(inner)]))

test.group('The words of the catalogue', () => {
  for (const language of ['es', 'ca', 'en']) {
    test(`tell every finding and obstacle in ${language}, and none that there is not`, ({ assert }) => {
      const { diagnostics, obstacles } = words(language)
      assert.sameMembers([...Object.keys(diagnostics), ...Object.keys(obstacles)], [...codes])
    })
  }

  test('are filled with the same data in every language', ({ assert }) => {
    assert.deepEqual(shape(words('ca')), shape(words('es')))
    assert.deepEqual(shape(words('en')), shape(words('es')))
  })
})
