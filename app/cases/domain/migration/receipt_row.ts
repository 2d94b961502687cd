import type { Route, Stay } from '#cases/domain/migration/types'
import type { Law } from '#cases/types'

/** What became of a case. */
export interface Outcome {
  outcome: 'moved' | 'restored' | 'stays'
  law: Law | null
  faults?: Stay[]
  moved?: object
  undo?: object
}

/** Its receipt, with the digest of the plan that it was by. */
export function receiptRow(
  of: { id: string; caseId: string; runId: string; route: Route; at: Date },
  { outcome, law, faults = [], moved, undo }: Outcome
) {
  const { from, to, digest } = of.route
  const [before, after] = outcome === 'restored' ? [to, from] : [from, to]
  return {
    ...{ id: of.id, run_id: of.runId, case_id: of.caseId, outcome, plan_digest: digest },
    ...{ from_digest: before.digest, to_digest: after.digest, law, faults },
    ...{ moved: moved ?? null, undo: undo ?? null, at: of.at.toISOString() },
  }
}
