import { SYSTEM, type AuditRow } from '#audit/types'
import { sha256Hex } from '#core/digest'
import { uuidv7 } from '#core/ids'
import type { Sheet } from '#documents/index'
import type { Issuer } from '#documents/types'
import { writeContent } from '#signatures/actions/write_content'
import { requestRows, stepRows } from '#signatures/rows'
import type { PlannedStep } from '#signatures/types'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'

export interface RequestInput {
  caseId: string
  /** Makes it once. */
  key: string
  template: string
  kind: string
  documentType: string
  language: string
  code: string
  sheet: Sheet
  issuer: Issuer
  /** The draft as it was laid out, with a field for each step. */
  draft: Buffer
  /** In their order. */
  steps: PlannedStep[]
  draftedBy: string | null
  at: Date
}

/** Asks some people to sign a draft, in the transaction of whoever asks. The caller writes the audit rows last. */
export async function requestSignatures(
  trx: TownTransaction,
  given: RequestInput
): Promise<{ id: string; audit: AuditRow[] }> {
  const { caseId, key, template, kind, documentType, language, code, sheet, issuer, draft, draftedBy, at } =
    given
  const id = uuidv7(at.getTime())
  const row = {
    id,
    case_id: caseId,
    key,
    template,
    kind,
    document_type: documentType,
    name: sheet.title,
    language,
    code,
    facts: { sheet, issuer },
    sha256: sha256Hex(draft),
    drafted_by: draftedBy,
    requested_at: at.toISOString(),
  }
  const steps = given.steps.map(({ position, body, unitId, label, reason }, ordinal) => ({
    id: uuidv7(at.getTime()),
    request_id: id,
    ordinal,
    position,
    body,
    unit_id: unitId,
    label,
    reason,
  }))
  await insertRows(trx, requestRows, [row])
  await insertRows(trx, stepRows, steps)
  await writeContent(trx, { requestId: id, ordinal: 0, content: draft, at })
  const subject = { kind: 'signature_requests', id }
  const detail = {
    case: caseId,
    template,
    sha256: row.sha256,
    row: rowDigest(requestRows, row),
    steps: Object.fromEntries(steps.map((step) => [step.id, rowDigest(stepRows, step)])),
  }
  return { id, audit: [{ actor: SYSTEM, action: 'signatures.requested', subject, detail }] }
}
