import { randomInt } from 'node:crypto'
import { enqueue, newJob } from '#core/jobs/enqueue'
import { RecordAnswer } from '#payments/actions/record_answer'
import type { StagedGateway } from '#payments/contract'
import { type DemoWish, demoPlan } from '#payments/domain/demo_plan'
import { attemptById, orderById } from '#payments/queries/orders'
import type { Town } from '#tenancy/types'
import { inTown } from '#tenancy/town_transaction'

const WRITE = `
  INSERT INTO demo_gateway_operations (municipality_id, attempt_id, external_id, outcome, amount, settled_at)
  VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (municipality_id, attempt_id) DO NOTHING RETURNING attempt_id`

/** Lets happen at the demonstration gateway what somebody chose on its page; once for each attempt. */
export class PlayDemo {
  constructor(readonly gateway: StagedGateway) {}

  async execute({
    town,
    attemptId,
    wish,
    at,
  }: {
    town: Town
    attemptId: string
    wish: DemoWish
    at: Date
  }): Promise<boolean> {
    const posts = await inTown(town.id, async (trx) => {
      const attempt = await attemptById(trx, attemptId)
      const order = attempt && (await orderById(trx, attempt.orderId))
      if (!order || attempt.gateway !== this.gateway.name) return null
      const { outcome, amount, settledAt, tellsAt } = demoPlan(wish, order, at)
      const externalId = String(randomInt(10 ** 11)).padStart(12, '0')
      const written = await trx.rows(WRITE, [
        town.id,
        attemptId,
        externalId,
        outcome,
        amount,
        settledAt.toISOString(),
      ])
      if (written.length === 0) return []
      const fields = this.gateway.fieldsOf({ attemptId, externalId, outcome, amount, settledAt })
      const later = tellsAt.filter((time) => time > at)
      await enqueue(
        trx,
        later.map((time) =>
          newJob('demo_gateway_answer', at, { key: attemptId, input: { fields }, run_at: time.toISOString() })
        )
      )
      return later.length < tellsAt.length ? [fields] : []
    })
    for (const fields of posts ?? []) await tellAnswer(this.gateway, town, fields, at)
    return posts !== null
  }
}

/** The gateway's answer comes in, as over the network: read, proved, recorded. */
export async function tellAnswer(
  gateway: StagedGateway,
  town: Town,
  fields: Record<string, string>,
  at: Date
): Promise<void> {
  const read = await gateway.read(town, fields)
  if (!read.ok) throw new Error(`the demonstration gateway's answer is ${read.error}`)
  await new RecordAnswer().execute({ municipalityId: town.id, gateway: gateway.name, answer: read.value, at })
}
