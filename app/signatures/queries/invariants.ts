import { sha256Hex } from '#core/digest'
import { utcMicrosecondsSql } from '#core/hash_chain'
import type { Check } from '#core/invariants'
import { storedContent } from '#documents/queries/content_of'
import { checkSignatures } from '#documents/queries/signing'
import { faultsOfCircuit, type KeptCircuit } from '#signatures/domain/circuit_faults'
import { refusalRows, requestRows, signatureRows, stepRows } from '#signatures/rows'
import type { RowShape } from '#tenancy/insert_rows'
import { writtenRowSql } from '#tenancy/row_digest'
import { inPages } from '#tenancy/queries/in_pages'
import { inTown } from '#tenancy/town_transaction'

const PAGE = 50

/** The rows of a table that are of request `r`, as they were written. */
const ofRequest = (shape: RowShape, order = 't.id') =>
  `ARRAY(SELECT ${writtenRowSql(shape, 't')} FROM ${shape.table} t WHERE t.municipality_id = $1 AND t.request_id = r.id ORDER BY ${order})`

const BY_STEP = `(SELECT s.ordinal FROM signature_steps s WHERE s.municipality_id = $1 AND s.id = t.step_id), t.id`

interface Row extends Omit<KeptCircuit, 'contents' | 'document'> {
  id: string
  ordinals: number[]
  bytes: Buffer[]
  documentRequest: string | null
}

/** One statement, so that a request that is signed meanwhile is seen before or after, not in the middle. */
const REQUESTS = `
SELECT r.id, ${writtenRowSql(requestRows, 'r')} AS request, r.state, r.document_id AS "documentId",
  ${utcMicrosecondsSql('r.ended_at')} AS "endedAt", ${ofRequest(stepRows, 't.ordinal')} AS steps,
  ${ofRequest(signatureRows, BY_STEP)} AS signatures, ${ofRequest(refusalRows)} AS refusals,
  ARRAY(SELECT c.ordinal FROM signature_contents c WHERE c.municipality_id = $1 AND c.request_id = r.id ORDER BY c.ordinal) AS ordinals,
  ARRAY(SELECT c.content FROM signature_contents c WHERE c.municipality_id = $1 AND c.request_id = r.id ORDER BY c.ordinal) AS bytes,
  (SELECT d.facts ->> 'request' FROM documents d WHERE d.municipality_id = $1 AND d.id = r.document_id AND d.case_id = r.case_id AND d.code = r.code) AS "documentRequest",
  ARRAY(SELECT jsonb_build_object('action', replace(a.action, 'signatures.', ''), 'detail', a.detail) FROM audit_entries a
    WHERE a.municipality_id = $1 AND a.subject_id = r.id::text AND a.subject_kind = 'signature_requests' AND a.action LIKE 'signatures.%'
    ORDER BY a.sequence) AS acts
FROM signature_requests r WHERE r.municipality_id = $1 AND r.id > $2 ORDER BY r.id`

/** A request that was made and is no more. */
const LOST = `
SELECT a.subject_id AS row FROM audit_entries a WHERE a.municipality_id = $1 AND a.action = 'signatures.requested'
  AND NOT EXISTS (SELECT FROM signature_requests r WHERE r.municipality_id = $1 AND r.id::text = a.subject_id)`

/** The draft and what each signature made of it. */
function contentsOf({ ordinals, bytes }: Row): { contents: KeptCircuit['contents']; whole: Buffer } {
  let whole = Buffer.alloc(0)
  const contents = bytes.map((part, i) => {
    whole = Buffer.concat([whole, part])
    const found = checkSignatures(whole)
    const holds =
      found.length === i && found.every(({ intact }) => intact) && (i === 0 || found.at(-1)!.whole)
    return { ordinal: ordinals[i]!, sha256: sha256Hex(whole), holds }
  })
  return { contents, whole }
}

async function documentOf(municipalityId: string, row: Row, whole: Buffer): Promise<KeptCircuit['document']> {
  const stored = row.documentId && (await storedContent(municipalityId, row.documentId))
  if (!stored) return null
  return {
    request: row.documentRequest,
    begins: stored.body.subarray(0, whole.length).equals(whole),
    signatures: checkSignatures(stored.body).filter(({ intact }) => intact).length,
  }
}

/** Every signed document has the signatures of its steps, in their order, each over the bytes that the former one left. */
export const checkSignatureRequests: Check = async (municipalityId, report) => {
  for await (const page of inPages<Row>(municipalityId, REQUESTS, PAGE)) {
    for (const rule of ['I18', 'I19', 'I21'] as const) report.saw(rule, page.length)
    for (const row of page) {
      const { contents, whole } = contentsOf(row)
      const kept = { ...row, contents, document: await documentOf(municipalityId, row, whole) }
      for (const [rule, fault, name] of faultsOfCircuit(kept)) report.breaks(rule, fault, name)
    }
  }
  const lost = await inTown(municipalityId, (trx) => trx.rows<{ row: string }>(LOST, [municipalityId]))
  for (const { row } of lost) report.breaks('I19', 'row_lost', row)
}
