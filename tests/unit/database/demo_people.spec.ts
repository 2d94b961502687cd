import { test } from '@japa/runner'
import { demoBodies, demoOfficers, demoUnits } from '#database/demo/organisation'

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

  test('have a technician, who neither handles nor decides what they report on', ({ assert }) => {
    for (const slug of TOWNS) {
      const technicians = demoOfficers(slug).filter(({ roles }) => roles.includes('technician'))
      assert.deepEqual(
        technicians.map(({ user, roles }) => [user, roles]),
        [['tecnica', ['technician']]]
      )
    }
  })

  test('have a treasurer, who sees to the money and to nothing else; nobody else does', ({ assert }) => {
    for (const slug of TOWNS) {
      const treasurers = demoOfficers(slug).filter(({ roles }) => roles.includes('treasurer'))
      assert.deepEqual(
        treasurers.map(({ user, roles }) => [user, roles]),
        [['tresoreria', ['treasurer']]]
      )
    }
  })

  test('have a unit for the public space, but in a village, where one office does it all', ({ assert }) => {
    const roles = (population: number) => demoUnits(population).flatMap((unit) => unit.roles)
    assert.include(roles(20_000), 'public_space')
    assert.deepEqual(roles(1_500), ['general'])
  })
})

test.group('The demo sign-ins', () => {
  test('say who decides, who attests and who sees to the money', ({ assert }) => {
    assert.deepEqual(
      demoOfficers('benialba').map(({ user, position }) => [user, position.en]),
      [
        ['tramita', 'Administrative officer'],
        ['tecnica', 'Municipal technician'],
        ['resol', 'Mayor'],
        ['secretaria', 'Secretary'],
        ['tresoreria', 'Treasurer'],
        ['admin', 'Administrator of the office'],
      ]
    )
  })
})
