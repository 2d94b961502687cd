import { test } from '@japa/runner'
import type { CompiledProcedure } from '#catalogue/types'
import { searchProcedures } from '#portal/domain/search'

const sheet = (slug: string, title: string, ca: string[], more = {}) =>
  ({
    slug,
    texts: { es: { sheet: { title, ...more } }, ca: { sheet: { words: ca } } },
  }) as unknown as CompiledProcedure

const ALL = [
  sheet('terrace', 'Licencia de terraza', ['taules i cadires', 'terrassa'], {
    requirements: ['Que la queja de los vecinos no lo impida.'],
  }),
  sheet('complaint', 'Quejas y sugerencias', ['queixa', 'fanal que no funciona']),
  sheet('light', 'Corte de luz', ['llum']),
]

const found = (query: string) => searchProcedures(ALL, query).map(({ slug }) => slug)

test.group('The search of the catalogue', () => {
  test('meets singulars and plurals, in Spanish and Valencian', ({ assert }) => {
    for (const [query, slug] of [
      ['terrazas', 'terrace'],
      ['terrassa', 'terrace'],
      ['TERRASSES', 'terrace'],
      ['queixes', 'complaint'],
      ['sugerencia', 'complaint'],
      ['fanals', 'complaint'],
      ['luces', 'light'],
    ] as const)
      assert.deepEqual(found(query), [slug], query)
  })

  test('meets the beginning of a word, but no two letters and no middle', ({ assert }) => {
    assert.deepEqual(found('licenc'), ['terrace'])
    assert.deepEqual(found('li'), [])
    assert.deepEqual(found('cencia'), [])
  })

  test('asks for every word, small ones aside', ({ assert }) => {
    assert.deepEqual(found('licencia para una terraza'), ['terrace'])
    assert.deepEqual(found('licencia de luz'), [])
  })

  test('puts a title before what a sheet says besides', ({ assert }) => {
    assert.deepEqual(found('queja'), ['complaint', 'terrace'])
  })

  test('takes small words where there are no others', ({ assert }) => {
    assert.deepEqual(found('de la'), ['terrace'])
  })
})
