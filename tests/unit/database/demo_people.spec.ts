import { test } from '@japa/runner'
import { demoBodies, demoOfficers } from '#database/demo/organisation'

const TOWNS = ['benialba', 'portclar', 'vilaserena']

test.group('The people of the demo towns', () => {
  test('are those of one town each', ({ assert }) => {
    const names = TOWNS.flatMap((slug) => demoOfficers(slug).map(({ name }) => name))
    assert.lengthOf(new Set(names), names.length)
  })

  test('have their mayor at the head of their bodies, and a secretary beside', ({ assert }) => {
    for (const slug of TOWNS) {
      const mayor = demoOfficers(slug).find(({ roles }) => roles[0] === 'resolver')!.name
      for (const { role, holder } of demoBodies(slug))
        assert.equal(holder === mayor, role !== 'secretary', `${role} of ${slug}`)
    }
  })

  test('sign as the holder of each body, and as the secretary who attests', ({ assert }) => {
    for (const slug of TOWNS) {
      const officers = demoOfficers(slug)
      for (const { role } of demoBodies(slug))
        assert.isTrue(
          officers.some(
            ({ holds, roles }) =>
              holds?.includes(role) && roles.includes(role === 'secretary' ? role : 'resolver')
          ),
          role
        )
      assert.lengthOf(
        officers.filter(({ roles }) => roles.includes('secretary')),
        1
      )
    }
  })
})
