import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { uuidv7 } from '#core/ids'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { recordEvidenceAnswer } from '#exchange/actions/record_evidence_answer'
import type { EvidenceAnswer, EvidenceQuery, EvidenceSource } from '#exchange/contract'
import { UnavailableError, UnreadableError } from '#exchange/errors'
import { keepOf } from '#exchange/index'
import { sourceFor } from '#exchange/queries/sources'
import { queryRows } from '#exchange/rows'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

export interface AskInput extends Moment {
  town: Town
  caseId: string
  /** The step of the case that asks. */
  key: string
  question: Omit<EvidenceQuery, 'id' | 'askedAt'>
  /** The day in the town (ISO). */
  on: string
}

export interface Asked {
  queryId: string
  answer: EvidenceAnswer
  /** What the case may keep of it; null where nothing was found. */
  data: Record<string, Json> | null
}

const PATIENCE_MS = 20_000

/**
 * Asks somebody else for the data of a person. That it is asked is written down and committed before anything leaves
 * the house; what came of it is for whoever asked to write down with what it does (`recordEvidenceAnswer`), except that
 * nobody answered. Never inside a transaction: the other side takes the time that it takes.
 */
export class AskEvidence {
  constructor(private readonly patienceMs = PATIENCE_MS) {}

  async execute(input: AskInput): Promise<Asked> {
    const { town, caseId, key, question, at, on } = input
    const source = sourceFor(town, question.service)
    if (!source) throw new UnavailableError(`the town has nobody to ask for "${question.service}"`)
    const query = { ...question, id: uuidv7(at.getTime()), askedAt: at }
    await this.write(input, query, source)
    try {
      const answer = await this.answerOf(source, town, query)
      const data = answer.outcome === 'found' ? keepOf(query.service, answer.data, { ...query, on }) : null
      if (answer.outcome === 'found' && !data) throw new UnreadableError()
      return { queryId: query.id, answer, data }
    } catch (error) {
      await inTown(town.id, async (trx) => {
        const audit = await recordEvidenceAnswer(trx, { queryId: query.id, caseId, key }, null, at)
        await appendAudit(trx, [audit], input.moved ? at : undefined)
      })
      // What it says of its fault might say of whom: only its kind is kept.
      throw new UnavailableError(
        `${source.name} did not answer (${error instanceof Error ? error.name : 'fault'})`
      )
    }
  }

  private answerOf(source: EvidenceSource, town: Town, query: EvidenceQuery): Promise<EvidenceAnswer> {
    const signal = AbortSignal.timeout(this.patienceMs)
    const late = new Promise<never>((_, reject) =>
      signal.addEventListener('abort', () => reject(signal.reason), { once: true })
    )
    return Promise.race([source.ask(town, query, signal), late])
  }

  private write({ town, caseId, key, at, moved }: AskInput, query: EvidenceQuery, source: EvidenceSource) {
    const row = {
      id: query.id,
      case_id: caseId,
      key,
      service: query.service,
      source: source.name,
      subject: query.subject.identifier,
      scope: query.scope,
      purpose: query.purpose,
      authority: query.authority.kind,
      article: query.authority.article,
      procedure: query.procedure.slug,
      unit: query.unit,
      asked_at: at.toISOString(),
    }
    return inTown(town.id, async (trx) => {
      await insertRows(trx, queryRows, [row])
      const subject = { kind: 'evidence_queries', id: query.id }
      const detail = {
        case: caseId,
        service: query.service,
        source: source.name,
        row: rowDigest(queryRows, row),
      }
      await appendAudit(
        trx,
        [{ actor: SYSTEM, action: 'exchange.asked', subject, detail }],
        moved ? at : undefined
      )
    })
  }
}
