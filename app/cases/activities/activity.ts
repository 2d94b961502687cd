import type { AuditRow } from '#audit/types'
import type { LockedCase } from '#cases/queries/locked_case'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import type { Town } from '#tenancy/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/**
 * What an activity is given. `at` is when the worker does it, `since` when the process reached it: what has an
 * effect outside happens at the first, what only follows from its cause counts from the second.
 */
export interface ActivityContext extends Moment {
  since: Date
  town: Town
  caseFile: LockedCase
  procedure: CompiledProcedure
  /** The idempotency key of whatever it causes. */
  key: string
  input: Record<string, Json>
}

/**
 * What it leaves: the result goes to the process, the audit rows to the end of the transaction. In place of a result a
 * business `error`, one of those that the vocabulary has for it: no failure, so that it is not tried again, but something for
 * the process to go another way by. What fails throws.
 */
export type ActivityOutcome = Left & ({ result: Record<string, Json> } | { error: string })

interface Left {
  /** The instant from which what follows counts, where it is not the one of the work. */
  countsFrom?: Date
  audit?: AuditRow[]
}

/**
 * What a service task can ask of the house, by name. `prepare` runs without a transaction and may be run
 * again; `commit` writes under the lock of the case, together with the next step of its process.
 */
export interface Activity<Prepared = any> {
  prepare?(context: ActivityContext): Promise<Prepared>
  commit(trx: TownTransaction, context: ActivityContext, prepared: Prepared): Promise<ActivityOutcome>
}
