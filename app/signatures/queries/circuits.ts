import type { Circuit, Refusal, Signature, SignatureRequest, SignatureStep } from '#signatures/types'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'

const REQUEST = `
  SELECT id, case_id AS "caseId", template, kind, document_type AS "documentType", name, language, code, facts, sha256,
    drafted_by AS "draftedBy", requested_at AS "requestedAt", state, document_id AS "documentId", ended_at AS "endedAt"
  FROM signature_requests WHERE municipality_id = $1`

const STEPS = `
  SELECT id, request_id AS "requestId", ordinal, position, body, unit_id AS "unitId", label, reason
  FROM signature_steps WHERE municipality_id = $1 AND request_id = ANY($2) ORDER BY request_id, ordinal`

const SIGNATURES = `
  SELECT g.id, g.request_id AS "requestId", g.step_id AS "stepId", g.officer_id AS "officerId", g.name, g.position, g.signer,
    g.certificate, g.base, g.sha256, g.signed_at AS "signedAt"
  FROM signatures g JOIN signature_steps s ON s.municipality_id = $1 AND s.id = g.step_id
  WHERE g.municipality_id = $1 AND g.request_id = ANY($2) ORDER BY g.request_id, s.ordinal`

const REFUSALS = `
  SELECT id, request_id AS "requestId", step_id AS "stepId", officer_id AS "officerId", name, position, reason,
    refused_at AS "refusedAt"
  FROM signature_refusals WHERE municipality_id = $1 AND request_id = ANY($2)`

/** Requests with their circuits, in the order given. */
async function withCircuits(trx: TownTransaction, requests: SignatureRequest[]): Promise<Circuit[]> {
  if (requests.length === 0) return []
  const of = [trx.municipalityId, requests.map(({ id }) => id)]
  const [steps, signatures, refusals] = await Promise.all([
    trx.rows<SignatureStep>(STEPS, of),
    trx.rows<Signature>(SIGNATURES, of),
    trx.rows<Refusal>(REFUSALS, of),
  ])
  return requests.map((request) => {
    const own = ({ requestId }: { requestId: string }) => requestId === request.id
    return {
      request,
      steps: steps.filter(own),
      signatures: signatures.filter(own),
      refusal: refusals.find(own) ?? null,
    }
  })
}

const ask = async (trx: TownTransaction, which: string, ...values: unknown[]): Promise<Circuit[]> =>
  withCircuits(trx, await trx.rows<SignatureRequest>(`${REQUEST} ${which}`, [trx.municipalityId, ...values]))

export const circuitById = (municipalityId: string, id: string): Promise<Circuit | null> =>
  inTown(municipalityId, async (trx) => (await ask(trx, 'AND id = $2', id))[0] ?? null)

/** A circuit, locked until the transaction ends. */
export const lockedCircuit = async (trx: TownTransaction, id: string): Promise<Circuit | null> =>
  (await ask(trx, 'AND id = $2 FOR UPDATE', id))[0] ?? null

/** What people have had to sign in a case, in its order. */
export const circuitsOfCase = (municipalityId: string, caseId: string): Promise<Circuit[]> =>
  inTown(municipalityId, (trx) => ask(trx, 'AND case_id = $2 ORDER BY id', caseId))

/** Circuits by the ids of their requests, the oldest first. */
export const circuitsByIds = (municipalityId: string, ids: string[]): Promise<Circuit[]> =>
  inTown(municipalityId, (trx) => ask(trx, 'AND id = ANY($2) ORDER BY id', ids))

const ACTED = { signed: 'signatures', refused: 'signature_refusals' }

/** What an officer has signed, or refused to, the newest first; `before` is the id of the last request already seen. */
export const circuitsActedOn = (
  municipalityId: string,
  officerId: string,
  as: keyof typeof ACTED,
  { before = null as string | null, limit = 20 } = {}
): Promise<Circuit[]> =>
  inTown(municipalityId, (trx) =>
    ask(
      trx,
      `AND id IN (SELECT request_id FROM ${ACTED[as]} WHERE municipality_id = $1 AND officer_id = $2)
       AND ($3::uuid IS NULL OR id < $3) ORDER BY id DESC LIMIT $4`,
      officerId,
      before,
      limit
    )
  )

/** The document as it stands: its draft with all that has been signed. */
export async function bytesSoFar(municipalityId: string, requestId: string): Promise<Buffer> {
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<{ content: Buffer }>(
      `SELECT content FROM signature_contents WHERE municipality_id = $1 AND request_id = $2 ORDER BY ordinal`,
      [municipalityId, requestId]
    )
  )
  return Buffer.concat(rows.map(({ content }) => content))
}
