import { appendAudit } from '#audit/actions/append_audit'
import { uuidv7 } from '#core/ids'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { type Issued, issueInCase } from '#documents/actions/issue_in_case'
import { pressSheet } from '#documents/actions/press_sheet'
import type { Sheet, Writing } from '#documents/index'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { writingOf } from '#documents/queries/writing'
import type { OrderWords } from '#payments/domain/proof'
import { orderWords } from '#payments/queries/order_words'
import { orderById } from '#payments/queries/orders'
import type { PaymentOrder } from '#payments/types'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import type { Language, Town } from '#tenancy/types'

/** What a proof is made from: the order, what its lines are called, and whose money it was. */
export interface Proved {
  order: PaymentOrder
  words: OrderWords
  entity: string
}

interface Proof {
  kind: 'payment_proof' | 'refund_proof'
  /** What it says, with the rest of what it is about. */
  write(town: Town, proved: Proved, input: Record<string, unknown>, writing: Writing): Promise<Sheet>
}

async function makeProof(
  { kind, write }: Proof,
  town: Town,
  input: Record<string, unknown>,
  at: Date
): Promise<Issued> {
  const order = await inTown(town.id, (trx) => orderById(trx, input['order'] as string))
  if (!order) throw new Error(`no order ${input['order']}`)
  const { language } = order
  const entity = town.settings.council?.[language as Language] ?? town.name
  const words = await orderWords(town.id, order, language)
  const sheet = await write(town, { order, words, entity }, input, writingOf(town, language))
  const code = newVerificationCode(at.getTime())
  const pdf = await pressSheet({ town, sheet, code, entry: null, createdAt: at.toISOString() })
  return {
    id: uuidv7(at.getTime()),
    case_id: order.caseId,
    kind,
    document_type: 'TD99',
    name: sheet.title,
    language,
    code,
    template: null,
    facts: { sheet, ...input },
    pdf,
    at,
  }
}

/** A proof is sealed before anything is locked, and put into its case, in the language of it. */
export const proofJob = (proof: Proof): JobHandler => ({
  async run(job, { at, moved }) {
    const { municipalityId } = job
    const town = (await townById(municipalityId))!
    const made = await makeProof(proof, town, job.input, at)
    await inTown(municipalityId, async (trx) => {
      await finishJob(trx, job)
      const issued = await issueInCase(trx, made, { order: job.input['order']! })
      await appendAudit(trx, [issued], moved ? at : undefined)
    })
  },
})
