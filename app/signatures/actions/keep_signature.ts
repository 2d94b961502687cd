import { appendAudit } from '#audit/actions/append_audit'
import type { AuditRow } from '#audit/types'
import { uuidv7 } from '#core/ids'
import type { Moment } from '#core/jobs/types'
import { err, ok, type Result } from '#core/result'
import type { Officer } from '#identity/types'
import { endRequest } from '#signatures/actions/end_request'
import { issueSigned } from '#signatures/actions/issue_signed'
import { writeContent } from '#signatures/actions/write_content'
import { currentStep, turnRefusal, type TurnRefusal } from '#signatures/domain/turn'
import { lockBefore } from '#signatures/events'
import { lockedCircuit } from '#signatures/queries/circuits'
import { signatureRows } from '#signatures/rows'
import type { Circuit, Signature } from '#signatures/types'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import type { TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/** A signature that was checked: what it adds to the document, and the whole with the town's seal after the last. */
export interface GivenSignature extends Pick<
  Signature,
  'position' | 'signer' | 'certificate' | 'base' | 'sha256'
> {
  delta: Buffer
  sealed: Buffer | null
}

interface Given extends Moment {
  town: Town
  officer: Officer
  circuit: Circuit
  rules: { read: string; draftersMaySign: boolean }
}

/** Writes a signature down if its circuit still stands where it was given; after the last the document is issued. */
export async function keepSignature(
  trx: TownTransaction,
  { town, officer, circuit: seen, rules, at, moved }: Given,
  given: GivenSignature
): Promise<Result<Signature, TurnRefusal>> {
  const wanted = await lockBefore(trx, seen.request)
  const circuit = (await lockedCircuit(trx, seen.request.id))!
  const refused = turnRefusal(circuit, officer, rules)
  if (refused) return err(refused)
  if (!wanted) return err({ code: 'ended', state: 'withdrawn' })
  const { request } = circuit
  const step = currentStep(circuit)!
  const { delta, sealed, ...facts } = given
  const signature: Signature = {
    id: uuidv7(at.getTime()),
    requestId: request.id,
    stepId: step.id,
    officerId: officer.id,
    name: officer.name,
    signedAt: at,
    ...facts,
  }
  const row = {
    id: signature.id,
    request_id: request.id,
    step_id: step.id,
    officer_id: officer.id,
    name: officer.name,
    signed_at: at.toISOString(),
    ...facts,
  }
  await insertRows(trx, signatureRows, [row])
  await writeContent(trx, { requestId: request.id, ordinal: step.ordinal + 1, content: delta, at })
  const actor = { kind: 'officer' as const, id: officer.id }
  const act: AuditRow = {
    actor,
    action: 'signatures.given',
    subject: { kind: 'signature_requests', id: request.id },
    detail: { signature: signature.id, step: step.id, row: rowDigest(signatureRows, row) },
  }
  if (!sealed) {
    await appendAudit(trx, [act], moved ? at : undefined)
    return ok(signature)
  }
  const whole = { ...circuit, signatures: [...circuit.signatures, signature] }
  const { documentId, audit } = await issueSigned(trx, { town, circuit: whole, sealed, at })
  await endRequest(trx, request, 'signed', { at, moved, actor, documentId, acts: [act, ...audit] })
  return ok(signature)
}
