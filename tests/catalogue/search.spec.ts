import { test } from '@japa/runner'
import { lint } from '#catalogue/index'
import type { CompiledProcedure } from '#catalogue/types'
import { searchProcedures } from '#portal/domain/search'
import { CATALOGUE } from './root.js'

const procedures = (await lint(CATALOGUE)).flatMap(({ procedure }) => procedure ?? []) as CompiledProcedure[]

/** What people type, by what they need. */
const TYPED: Record<string, string[]> = {
  'capital-gain-self-assessment': [
    'vender piso',
    'quiero vender un piso',
    'Vendo mi casa',
    'he vendido pisos',
    'plusvalias',
    'herencia de una vivienda',
    'donar un garaje',
    'vendre pis',
    'vull vendre el meu pis',
    "herència d'una casa",
    'vendre cases',
    'places aparcament',
    'venda de vivendes',
    'sell flat',
    'selling my house',
    'how do I inherit properties',
    'gifts of land',
  ],
  'general-application': [
    'instancias',
    'instància',
    'sol·licitud',
    'sollicituds',
    'escrito',
    'petitions',
    'demanar',
  ],
}

test.group('Whoever searches the catalogue by words of their own', () => {
  for (const [slug, typed] of Object.entries(TYPED))
    for (const query of typed)
      test(`“${query}” finds ${slug} first`, ({ assert }) => {
        assert.equal(searchProcedures(procedures, query)[0]?.slug, slug)
      })

  test('finds no procedure for what none of them is about', ({ assert }) => {
    for (const query of ['unicornio', 'vender unicornio', 'piscina climatizada'])
      assert.deepEqual(searchProcedures(procedures, query), [], query)
  })

  test('is given them all where nothing was asked', ({ assert }) => {
    for (const query of ['', '  ', '¿?']) assert.equal(searchProcedures(procedures, query), procedures)
  })
})
