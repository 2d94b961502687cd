import { test } from '@japa/runner'
import { globSync, readFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { compileTemplate } from '#documents/template/compile_template'

type Tree = { [key: string]: unknown }
const json = (path: string): Tree => JSON.parse(readFileSync(path, 'utf8'))
const textIn = (tree: Tree) => (id: string) => {
  const text = id.split('.').reduce<unknown>((at, key) => (at as Tree | undefined)?.[key], tree)
  return typeof text === 'string' ? text : undefined
}

test.group('Every template of the catalogue', () => {
  for (const file of globSync('procedures-catalog/*/procedures/*/documents/*.json'))
    test(`compiles with its texts in three languages: ${file}`, ({ assert }) => {
      const procedure = dirname(dirname(file))
      const texts = Object.fromEntries(
        ['es', 'ca', 'en'].map((language) => [
          language,
          textIn(json(join(procedure, 'texts', `${language}.json`))),
        ])
      )
      const compiled = compileTemplate({ id: basename(file, '.json'), source: json(file), file, texts })
      assert.isTrue(compiled.ok, JSON.stringify(compiled))
    })
})
