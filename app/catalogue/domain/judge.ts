import { canonical } from '#core/canonical_json'
import type { Json } from '#core/json'
import { type Coverage, coverageOf } from '#catalogue/domain/coverage/coverage'
import { type Surroundings, simulate } from '#catalogue/domain/simulate'
import type { Simulation } from '#catalogue/domain/simulate/result'
import type { Expectation } from '#catalogue/domain/scenario'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** Where a simulation and its golden case part. */
export interface Difference {
  what: keyof Expectation
  expected: Json
  found: Json
}

export interface Verdict {
  scenario: string
  simulation: Simulation
  differences: Difference[]
  passed: boolean
}

export interface Trial {
  verdicts: Verdict[]
  /** Sequence flows that no scenario takes. */
  untaken: string[]
  coverage: Coverage
  passed: boolean
}

const ASPECTS = [
  'outcome',
  'phase',
  'path',
  'documents',
  'entries',
  'notifications',
  'incidents',
  'fee',
  'givenBack',
  'reminders',
] as const

/** What a golden case expects when it doesn't say. */
const UNSAID: Partial<Expectation> = { incidents: 0, fee: null, givenBack: null }

function differencesOf(simulation: Simulation, expect: Expectation): Difference[] {
  return ASPECTS.flatMap((what) => {
    if (what === 'reminders' && expect.reminders === undefined) return []
    const expected = (expect[what] ?? UNSAID[what] ?? null) as Json
    const found = simulation[what] as Json
    return canonical(expected) === canonical(found) ? [] : [{ what, expected, found }]
  })
}

/** Plays every golden case of a procedure and says where it parts from what its author expected. */
export function tryScenarios(procedure: CompiledProcedure, around: Surroundings): Trial {
  const verdicts = Object.entries(procedure.scenarios).map(([scenario, golden]): Verdict => {
    const simulation = simulate(procedure, golden, around)
    const differences = differencesOf(simulation, golden.expect)
    return {
      scenario,
      simulation,
      differences,
      passed: differences.length + simulation.obstacles.length === 0,
    }
  })
  const taken = new Set(verdicts.flatMap(({ simulation }) => simulation.flows))
  const untaken = Object.keys(procedure.graph.flows).filter((flow) => !taken.has(flow))
  return {
    verdicts,
    untaken,
    coverage: coverageOf(procedure, verdicts),
    passed: untaken.length === 0 && verdicts.every(({ passed }) => passed),
  }
}
