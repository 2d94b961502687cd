import fc from 'fast-check'
import { type CompiledProcedure, type Scenario, type Step, simulate } from '#catalogue/index'
import { calendar } from './calendar.js'

/** What may happen to what was asked for, beside what golden cases say. */
const MONEY: Step[] = ['paid', 'expired'].map((state) => ({ message: 'payment_ended', payload: { state } }))

/** Where a golden case is left, how many of its steps are left out, and what happens there instead. */
const turn = (steps: Step[]) =>
  fc.record({
    at: fc.nat(30),
    without: fc.nat(3),
    instead: fc.array(fc.constantFrom(...steps), { maxLength: 5 }),
  })

/**
 * Walks of a procedure that no golden case takes: each follows one, and turns off where it will into steps of others. What
 * can't be done where it stands, or what a form refuses, is left out.
 */
export function walksOf(procedure: CompiledProcedure) {
  const golden = Object.values(procedure.scenarios)
  const steps = [...golden.flatMap((scenario) => scenario.steps), ...MONEY, ...MONEY]
  return fc
    .record({ base: fc.constantFrom(...golden), turns: fc.array(turn(steps), { maxLength: 4 }) })
    .map(({ base, turns }) => {
      const walked = [...base.steps]
      for (const { at, without, instead } of turns)
        walked.splice(Math.min(at, walked.length), without, ...instead)
      return walk(procedure, { ...base, steps: walked })
    })
}

/** The index of a step in the pointer of an obstacle. */
const STEP = /^\/steps\/(\d+)/

/** A golden case with the steps that can be done where it stands, and where it leads. */
export function walk(procedure: CompiledProcedure, scenario: Scenario) {
  for (;;) {
    const simulation = simulate(procedure, scenario, { calendar })
    const found = simulation.obstacles.map(({ pointer }) => STEP.exec(pointer)?.[1])
    const first = found
      .filter((index) => index !== undefined)
      .map(Number)
      .sort((a, b) => a - b)[0]
    if (first === undefined) return { scenario, simulation }
    scenario = { ...scenario, steps: scenario.steps.toSpliced(first, 1) }
  }
}
