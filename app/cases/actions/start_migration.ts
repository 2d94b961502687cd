import { appendAudit } from '#audit/actions/append_audit'
import { countOf, sourceOf } from '#cases/queries/migration_cases'
import { planById } from '#cases/queries/migration_plans'
import type { Stage } from '#cases/queries/migration_runs'
import { runRows } from '#cases/rows'
import type { Actor } from '#cases/types'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { uuidv7 } from '#core/ids'
import { type Result, err, ok } from '#core/result'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

const UNIQUE_VIOLATION = '23505'

export interface MigrationStart {
  municipalityId: string
  planId: string
  direction: 'forward' | 'back'
  /** `percent`: of the cases that there are now. */
  stage: Stage & { percent?: number }
  reason: string
  actor: Actor
  at: Date
}

export type StartRefusal = 'not_found' | 'no_reason' | 'running' | 'stage'

/** Has cases move by a plan, or back: some of them, or all. A job goes through them one by one. */
export class StartMigration {
  async execute(given: MigrationStart): Promise<Result<{ runId: string }, StartRefusal>> {
    const { municipalityId, planId, direction, actor, at } = given
    const reason = given.reason.trim()
    if (reason === '') return err('no_reason')
    const plan = await planById(municipalityId, planId)
    if (!plan) return err('not_found')
    const { percent, ...stage } = given.stage
    if (!isWhole(stage.limit) || !isWhole(percent) || (percent ?? 0) > 100) return err('stage')
    if (percent !== undefined) {
      const cases = await countOf(municipalityId, sourceOf(direction, plan), stage)
      stage.limit = Math.ceil((cases * percent) / 100)
    }
    const row = {
      ...{ id: uuidv7(), plan_id: planId, slug: plan.slug, direction, stage, reason },
      ...{ started_by: `${actor.kind}/${actor.id}`, started_at: at.toISOString() },
    }
    const started = inTown(municipalityId, async (trx) => {
      await insertRows(trx, runRows, [row])
      await enqueue(trx, [newJob('case_migration', at, { key: row.id, name: plan.slug })])
      const detail = {
        ...{ plan: plan.digest, from: plan.from, to: plan.to, direction, stage: { ...stage }, reason },
        row: rowDigest(runRows, row),
      }
      const subject = { kind: 'migration_runs', id: row.id }
      await appendAudit(trx, [{ actor, action: 'cases.migration_started', subject, detail }])
      return ok({ runId: row.id })
    })
    return started.catch((error) => {
      if (error?.code === UNIQUE_VIOLATION) return err('running' as const)
      throw error
    })
  }
}

const isWhole = (number: number | undefined): boolean =>
  number === undefined || (Number.isInteger(number) && number > 0)
