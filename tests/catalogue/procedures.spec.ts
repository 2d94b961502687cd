import { test } from '@japa/runner'
import { lint, tryScenarios } from '#catalogue/index'
import { calendar } from './calendar.js'
import { CATALOGUE } from './root.js'

const findings = await lint(CATALOGUE)

test.group('The catalogue', () => {
  test('offers at least one procedure', ({ assert }) => {
    assert.isNotEmpty(findings)
  })

  test('names each procedure once', ({ assert }) => {
    const slugs = findings.map(({ place }) => place.slug)
    assert.deepEqual(slugs, [...new Set(slugs)])
  })
})

for (const { place, procedure, diagnostics } of findings) {
  test.group(`${place.pack}/${place.slug}`, () => {
    test('compiles with nothing to mend and nothing to look at', ({ assert }) => {
      assert.deepEqual(diagnostics, [])
      assert.isNotNull(procedure)
    })

    test('has at least one golden case', ({ assert }) => {
      assert.isNotEmpty(Object.keys(procedure?.scenarios ?? {}))
    })

    test('is plain data that survives a store', ({ assert }) => {
      assert.deepEqual(JSON.parse(JSON.stringify(procedure)), procedure)
    })

    if (!procedure) return
    const { verdicts, untaken, coverage } = tryScenarios(procedure, { calendar })
    for (const { scenario, simulation, differences } of verdicts) {
      test(`goes as expected: ${procedure.scenarios[scenario]?.title.en}`, ({ assert }) => {
        assert.deepEqual(simulation.obstacles, [])
        assert.deepEqual(differences, [])
      })
    }

    test('is walked by its golden cases along every arrow', ({ assert }) => {
      assert.deepEqual(untaken, [])
    })

    test('is decided by its golden cases in every way: gateways, events, what forms show and hide', ({
      assert,
    }) => {
      assert.deepEqual(
        coverage.branches.filter(({ takenBy }) => takenBy.length === 0).map(({ id }) => id),
        []
      )
    })

    test('reaches every outcome and every phase in some golden case', ({ assert }) => {
      const outcomes = new Set(verdicts.map(({ simulation }) => simulation.outcome))
      const phases = new Set(verdicts.flatMap(({ simulation }) => simulation.phases))
      assert.sameMembers(
        procedure.outcomes,
        [...outcomes].filter((outcome) => outcome !== null)
      )
      assert.sameMembers(procedure.phases, [...phases])
    })
  })
}
