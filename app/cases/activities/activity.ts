import type { AuditRow } from '#audit/types'
import type { LockedCase } from '#cases/queries/locked_case'
import type { CompiledProcedure } from '#catalogue/types'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import type { Town } from '#tenancy/types'
import type { TownTransaction } from '#tenancy/town_transaction'

/** What an activity is given. `key` is the idempotency key of whatever it causes. */
export interface ActivityContext extends Moment {
  town: Town
  caseFile: LockedCase
  procedure: CompiledProcedure
  key: string
  input: Record<string, Json>
}

/** What it leaves: the result goes to the process, the audit rows to the end of the transaction. */
export interface ActivityOutcome {
  result: Record<string, Json>
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
