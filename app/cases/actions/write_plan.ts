import { appendAudit } from '#audit/actions/append_audit'
import { planRows } from '#cases/rows'
import type { Actor } from '#cases/types'
import { readPlan } from '#catalogue/queries/read_plan'
import type { Diagnostic } from '#core/diagnostic'
import { digestOf } from '#core/digest'
import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import { type Result, ok } from '#core/result'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

export interface PlanInput {
  municipalityId: string
  plan: Json
  actor: Actor
  at: Date
  /** What the plan is called in what is said of it. */
  file?: string
}

/** A town writes down how its cases may move from one version to another. Written twice, it is one. */
export class WritePlan {
  async execute(given: PlanInput): Promise<Result<{ id: string; slug: string }, Diagnostic[]>> {
    const { municipalityId, actor, at, file = 'plan' } = given
    const read = await readPlan(given.plan, file)
    if (!read.ok) return read
    const { slug, plan } = read.value
    const digest = digestOf(plan)
    return inTown(municipalityId, async (trx) => {
      const [known] = await trx.rows<{ id: string }>(
        `SELECT id FROM migration_plans WHERE municipality_id = $1 AND slug = $2 AND digest = $3 LIMIT 1`,
        [municipalityId, slug, digest]
      )
      if (known) return ok({ id: known.id, slug })
      const row = {
        ...{ id: uuidv7(), slug, from_digest: plan.from, to_digest: plan.to, digest },
        ...{ contents: plan, made_at: at.toISOString() },
      }
      await insertRows(trx, planRows, [row])
      const detail = { slug, from: plan.from, to: plan.to, plan: digest, row: rowDigest(planRows, row) }
      const subject = { kind: 'migration_plans', id: row.id }
      await appendAudit(trx, [{ actor, action: 'cases.plan_written', subject, detail }])
      return ok({ id: row.id, slug })
    })
  }
}
