import { createHmac, timingSafeEqual } from 'node:crypto'
import { err, ok } from '#core/result'
import type { DemoOperation, GatewayAnswer, RefundPart, StagedGateway } from '#payments/contract'
import { rowsOfTown } from '#tenancy/town_transaction'

const OPERATION = `
  SELECT attempt_id AS "attemptId", external_id AS "externalId", outcome, amount::float8 AS amount, settled_at AS "settledAt"
  FROM demo_gateway_operations WHERE municipality_id = $1 AND attempt_id = $2`

/** A part of an operation, while all parts are no more than what came; the second is told from the first. */
const GIVE_BACK = `
  INSERT INTO demo_gateway_refunds (municipality_id, key, operation, external_id, amount, refunded_at)
  SELECT $1, $2, $3, 'R' || $3 || CASE given.times WHEN 0 THEN '' ELSE '-' || given.times + 1 END, $4::bigint, now()
  FROM (SELECT count(*) AS times, coalesce(sum(amount), 0) AS amount FROM demo_gateway_refunds
        WHERE municipality_id = $1 AND operation = $3) given
  WHERE given.amount + $4::bigint <= $5::bigint ON CONFLICT (municipality_id, key) DO NOTHING`

const GIVEN = `
  SELECT external_id AS "externalId" FROM demo_gateway_refunds WHERE municipality_id = $1 AND key = $2`

const answerOf = ({ attemptId, externalId, outcome, amount, settledAt }: DemoOperation): GatewayAnswer =>
  outcome === 'paid' ? { outcome, attemptId, externalId, amount, settledAt } : { outcome, attemptId }

/** The fields that the demonstration gateway posts, in the order in which they are signed. */
const SIGNED = ['attempt', 'operation', 'outcome', 'amount', 'settled_at'] as const

type DemoFields = Record<(typeof SIGNED)[number] | 'signature', string>

/**
 * A gateway where nobody pays: its page asks what shall happen, and it happens (paid, cancelled, told late, told twice,
 * after the term, with another amount). For towns that are marked demo, and for no other. Its answers are signed like
 * those of a real one.
 */
export class DemoGateway implements StagedGateway {
  readonly name = 'demo'
  readonly #key: string

  constructor(secret: string) {
    this.#key = createHmac('sha256', secret).update('payments.demo_gateway').digest('hex')
  }

  available = ({ demo }: { demo: boolean }) => demo

  sites = () => []

  async begin(
    _town: unknown,
    { reference, amount, concept }: { reference: string; amount: number; concept: string },
    { id }: { id: string },
    returnTo: string
  ) {
    const fields = { attempt: id, reference, amount: String(amount), concept, return: returnTo }
    return { url: '/demo-gateway', method: 'GET' as const, fields }
  }

  /** What it posts of an operation. */
  fieldsOf({ attemptId, externalId, outcome, amount, settledAt }: DemoOperation): DemoFields {
    const fields = {
      attempt: attemptId,
      operation: externalId,
      outcome,
      amount: String(amount),
      settled_at: settledAt.toISOString(),
    }
    return { ...fields, signature: this.#sign(fields) }
  }

  async read(_town: unknown, posted: Record<string, unknown>) {
    const fields = Object.fromEntries(
      [...SIGNED, 'signature'].map((name) => [name, String(posted[name] ?? '')])
    ) as DemoFields
    if (!this.#isOurs(fields)) return err('forged' as const)
    const { attempt, operation, outcome, amount, settled_at: settledAt } = fields
    if (!['paid', 'refused', 'cancelled'].includes(outcome)) return err('malformed' as const)
    return ok(
      answerOf({
        attemptId: attempt,
        externalId: operation,
        outcome: outcome as GatewayAnswer['outcome'],
        amount: Number(amount),
        settledAt: new Date(settledAt),
      })
    )
  }

  async inquire({ id }: { id: string }, attempt: { id: string }) {
    const [operation] = await rowsOfTown<DemoOperation>(id, OPERATION, [id, attempt.id], 'demo_operation')
    return operation ? answerOf(operation) : null
  }

  async refund({ id }: { id: string }, settlement: { externalId: string; amount: number }, part: RefundPart) {
    const values = [id, part.key, settlement.externalId, part.amount, settlement.amount]
    await rowsOfTown(id, GIVE_BACK, values, 'demo_refund')
    const [given] = await rowsOfTown<{ externalId: string }>(id, GIVEN, [id, part.key], 'demo_refunded')
    if (!given) throw new Error('the demonstration gateway gives back no more than it took')
    return given
  }

  #sign(fields: Omit<DemoFields, 'signature'>): string {
    const text = SIGNED.map((name) => fields[name]).join('\n')
    return createHmac('sha256', this.#key).update(text).digest('base64url')
  }

  #isOurs({ signature, ...fields }: DemoFields): boolean {
    const [ours, theirs] = [Buffer.from(this.#sign(fields)), Buffer.from(signature)]
    return ours.length === theirs.length && timingSafeEqual(ours, theirs)
  }
}
