import logger from '@adonisjs/core/services/logger'
import { appendAudit } from '#audit/actions/append_audit'
import type { Moment } from '#core/jobs/types'
import { sha256Hex } from '#core/digest'
import { err, ok, type Result } from '#core/result'
import { sealedDraft } from '#documents/queries/signing'
import { writingOf } from '#documents/queries/writing'
import { officerById } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { keepSignature, type GivenSignature } from '#signatures/actions/keep_signature'
import type { Signer, SignerFault, SigningOrder } from '#signatures/contract'
import { signatureLines } from '#signatures/domain/signed_words'
import { currentStep, turnRefusal, type TurnRefusal } from '#signatures/domain/turn'
import { signerFor } from '#signatures/queries/available_signer'
import { believed, type Disbelief } from '#signatures/queries/believed'
import { bytesSoFar, circuitById } from '#signatures/queries/circuits'
import type { Circuit, Signature } from '#signatures/types'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

export interface SignInput extends Moment {
  municipalityId: string
  officerId: string
  requestId: string
  /** The digest of what they read: they sign that, or nothing. */
  read: string
}

/** `no_signer`: the town has no way to sign. `failed`: it did not work, and nothing has changed; `broken`: by a fault of the house. */
type NotSigned = { code: 'no_signer' } | { code: 'failed'; fault: SignerFault | Disbelief | 'broken' }

export type SignRefusal = TurnRefusal | { code: 'not_found' } | NotSigned

export const draftersMaySign = ({ settings }: Town): boolean => settings.signatures?.byDrafter !== 'refused'

/**
 * An officer signs what they read, as the office whose turn it is. The signer is asked before anything is locked; what it
 * answers counts if it is what it should be and the circuit still stands where it stood.
 */
export class SignDocument {
  constructor(readonly signer: (town: Town) => Signer | null = signerFor) {}

  async execute(given: SignInput): Promise<Result<Signature, SignRefusal>> {
    const { municipalityId, officerId, requestId, read, at, moved } = given
    const [town, officer, circuit] = await Promise.all([
      townById(municipalityId),
      officerById(municipalityId, officerId),
      circuitById(municipalityId, requestId),
    ])
    if (!town || !officer || !circuit) return err({ code: 'not_found' })
    const rules = { read, draftersMaySign: draftersMaySign(town) }
    const refused = turnRefusal(circuit, officer, rules)
    if (refused) return err(refused)
    const bytes = await bytesSoFar(town.id, requestId)
    // Somebody signed since the circuit was read.
    if (sha256Hex(bytes) !== read) return err({ code: 'moved_on' })
    const signed = await this.#sign(town, officer, circuit, bytes, at)
    if (!signed.ok) {
      if (signed.error.code === 'failed') await this.#tell(given, signed.error.fault)
      return err(signed.error)
    }
    return inTown(municipalityId, (trx) =>
      keepSignature(trx, { town, officer, circuit, rules, at, moved }, signed.value)
    )
  }

  async #sign(
    town: Town,
    officer: Officer,
    circuit: Circuit,
    bytes: Buffer,
    at: Date
  ): Promise<Result<GivenSignature, NotSigned>> {
    const signer = this.signer(town)
    if (!signer) return err({ code: 'no_signer' })
    const { request } = circuit
    const { language } = request
    const step = currentStep(circuit)!
    const position = officer.position[language] ?? step.label
    const order: SigningOrder = {
      requestId: request.id,
      stepId: step.id,
      officer: { id: officer.id, name: officer.name, position },
      bytes,
      field: step.ordinal,
      reason: step.reason,
      signedAt: at,
      lines: signatureLines({ name: officer.name, position, signedAt: at }, writingOf(town, language)),
    }
    const answer = await signer.sign(town, order).catch((error) => {
      logger.error({ err: error, signer: signer.name, request: request.id }, 'a signer failed')
      return err('broken' as const)
    })
    if (!answer.ok) return err({ code: 'failed', fault: answer.error })
    const certificate = believed(order, answer.value)
    if (!certificate.ok) return err({ code: 'failed', fault: certificate.error })
    const last = step.ordinal === circuit.steps.length - 1
    return ok({
      position,
      signer: signer.name,
      certificate: certificate.value.toString(),
      base: sha256Hex(bytes),
      sha256: sha256Hex(answer.value),
      delta: answer.value.subarray(bytes.length),
      sealed: last ? await sealedDraft(town, answer.value, { language, at }) : null,
    })
  }

  /** What did not work leaves its row, too. */
  #tell = ({ municipalityId, officerId, requestId, at, moved }: SignInput, fault: string) =>
    inTown(municipalityId, (trx) =>
      appendAudit(
        trx,
        [
          {
            actor: { kind: 'officer', id: officerId },
            action: 'signatures.failed',
            subject: { kind: 'signature_requests', id: requestId },
            detail: { fault },
          },
        ],
        moved ? at : undefined
      )
    )
}
