import { test } from '@japa/runner'
import { readFileSync } from 'node:fs'

const ROOMS = ['documents', 'registry']

const keysOf = (tree: unknown, path = ''): string[] =>
  typeof tree === 'string'
    ? [path]
    : Object.entries(tree as object).flatMap(([key, value]) => keysOf(value, `${path}.${key}`))

const read = (language: string, room: string) =>
  JSON.parse(
    readFileSync(new URL(`../../../resources/lang/${language}/${room}.json`, import.meta.url), 'utf8')
  )

test.group('The texts of documents and register', () => {
  for (const room of ROOMS)
    test(`of ${room} stand in the three languages, with the same places to fill`, ({ assert }) => {
      const placesOf = (tree: unknown) =>
        [...JSON.stringify(tree).matchAll(/\{\w+\}/g)].map(([place]) => place).sort()
      const spanish = read('es', room)
      for (const language of ['ca', 'en']) {
        const other = read(language, room)
        assert.sameMembers(keysOf(other), keysOf(spanish), language)
        assert.deepEqual(placesOf(other), placesOf(spanish), language)
      }
    })
})
