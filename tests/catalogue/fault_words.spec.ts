import { test } from '@japa/runner'
import { lint } from '#catalogue/index'
import { feeFaultText, rateWords } from '#catalogue/queries/prices'
import { CATALOGUE } from './root.js'

test.group('A fee that can’t be told', () => {
  test('says so with the title of the rate and the words of the answers', async ({ assert }) => {
    const all = await lint(CATALOGUE)
    const terrace = all.find(({ procedure }) => procedure?.slug === 'terrace-licence')!.procedure!
    const params = { asked: 'season, 1', day: '2026-11-27' }
    const words = rateWords('es', (key, given = {}) => JSON.stringify([key, given]))
    const said = feeFaultText(terrace, { code: 'NO_ROW', at: 'rates', params }, words)
    assert.deepEqual(JSON.parse(said), [
      'fees.faults.NO_ROW',
      {
        at: 'Precio por metro cuadrado, según el tiempo y la categoría de la calle',
        asked: 'Una temporada, Primera',
        day: '27 de noviembre de 2026',
      },
    ])
  })
})
