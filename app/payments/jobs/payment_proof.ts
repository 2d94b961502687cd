import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { sha256Hex } from '#core/digest'
import { uuidv7 } from '#core/ids'
import { finishJob } from '#core/jobs/finish'
import type { JobHandler } from '#core/jobs/types'
import { pressSheet } from '#documents/actions/press_sheet'
import { storeContent } from '#documents/actions/store_content'
import { writeDocuments } from '#documents/actions/write_documents'
import { newVerificationCode } from '#documents/queries/verification_codes'
import { writingOf } from '#documents/queries/writing'
import { documentRows, type DocumentRow } from '#documents/rows'
import { proofSheet } from '#payments/domain/proof'
import { orderWords } from '#payments/queries/order_words'
import { orderById, settlementById } from '#payments/queries/orders'
import { townById } from '#tenancy/queries/towns'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'
import type { Language, Town } from '#tenancy/types'

/** The proof of what was paid, in the language of its case, sealed before anything is locked. */
async function makeProof(town: Town, input: Record<string, unknown>, at: Date) {
  const { order, settlement } = await inTown(town.id, async (trx) => ({
    order: await orderById(trx, input['order'] as string),
    settlement: await settlementById(trx, input['settlement'] as string),
  }))
  if (!order || !settlement) throw new Error(`no payment ${input['order']} by ${input['settlement']}`)
  const { language } = order
  const entity = town.settings.council?.[language as Language] ?? town.name
  const words = await orderWords(town.id, order, language)
  const sheet = proofSheet({ order, settlement, words, entity }, writingOf(town, language))
  const code = newVerificationCode(at.getTime())
  const pdf = await pressSheet({ town, sheet, code, entry: null, createdAt: at.toISOString() })
  const row: DocumentRow = {
    id: uuidv7(at.getTime()),
    case_id: order.caseId,
    filing_id: null,
    kind: 'payment_proof',
    document_type: 'TD99',
    name: sheet.title,
    media_type: 'application/pdf',
    language,
    origin: 'administration',
    code,
    size: pdf.bytes.length,
    sha256: sha256Hex(pdf.bytes),
    template: null,
    facts: { sheet, order: order.id, settlement: settlement.id },
    created_at: at.toISOString(),
  }
  return { row, pdf }
}

/** After an order was paid: its proof is sealed and put into the case. */
export const paymentProof: JobHandler = {
  async run(job, { at, moved }) {
    const { municipalityId } = job
    const town = (await townById(municipalityId))!
    const { row, pdf } = await makeProof(town, job.input, at)
    await inTown(municipalityId, async (trx) => {
      await finishJob(trx, job)
      await writeDocuments(trx, [row])
      await storeContent(municipalityId, row.id, pdf, at)
      const subject = { kind: 'documents', id: row.id }
      const detail = {
        case: row.case_id,
        order: job.input['order'],
        sha256: row.sha256,
        row: rowDigest(documentRows, row),
      }
      await appendAudit(
        trx,
        [{ actor: SYSTEM, action: 'documents.issued', subject, detail }],
        moved ? at : undefined
      )
    })
  },
}
