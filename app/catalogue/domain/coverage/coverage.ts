import { branchesOf, type Branch } from '#catalogue/domain/coverage/branch'
import type { Simulation } from '#catalogue/domain/simulate/result'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** One branch with the golden cases that take it: plain JSON. */
export interface CoveredBranch extends Omit<Branch, 'taken'> {
  /** The golden cases that take it. */
  takenBy: string[]
}

export interface Coverage {
  branches: CoveredBranch[]
  taken: number
  /** Whole percent, rounded down: a hundred means all. */
  percent: number
}

/** Which branches golden cases take, and which none of them does. */
export function coverageOf(
  procedure: CompiledProcedure,
  played: { scenario: string; simulation: Simulation }[]
): Coverage {
  const branches = branchesOf(procedure).map(({ taken, ...branch }): CoveredBranch => {
    const takenBy = played.filter(({ simulation }) => taken(simulation)).map(({ scenario }) => scenario)
    return { ...branch, takenBy }
  })
  const taken = branches.filter(({ takenBy }) => takenBy.length > 0).length
  const percent = branches.length === 0 ? 100 : Math.floor((taken * 100) / branches.length)
  return { branches, taken, percent }
}
