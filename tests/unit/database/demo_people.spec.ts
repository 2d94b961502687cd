import { test } from '@japa/runner'
import { demoBodies, demoOfficers } from '#database/demo/organisation'

const TOWNS = ['benialba', 'portclar', 'vilaserena']

test.group('The people of the demo towns', () => {
  test('are those of one town each', ({ assert }) => {
    const names = TOWNS.flatMap((slug) => demoOfficers(slug).map(({ name }) => name))
    assert.lengthOf(new Set(names), names.length)
  })

  test('have their mayor at the head of their bodies', ({ assert }) => {
    for (const slug of TOWNS) {
      const mayor = demoOfficers(slug).find(({ roles }) => roles[0] === 'resolver')!.name
      for (const { holder } of demoBodies(slug)) assert.equal(holder, mayor)
    }
  })
})
