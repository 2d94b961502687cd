import { uuidv7 } from '#core/ids'
import type { Moment } from '#core/jobs/types'
import { err, ok, type Result } from '#core/result'
import { officerById } from '#identity/queries/officers'
import { endRequest } from '#signatures/actions/end_request'
import { currentStep, turnRefusal, type TurnRefusal } from '#signatures/domain/turn'
import { lockBefore } from '#signatures/events'
import { circuitById, lockedCircuit } from '#signatures/queries/circuits'
import { refusalRows } from '#signatures/rows'
import type { Refusal } from '#signatures/types'
import { insertRows } from '#tenancy/insert_rows'
import { rowDigest } from '#tenancy/row_digest'
import { inTown } from '#tenancy/town_transaction'

export interface RefusalInput extends Moment {
  municipalityId: string
  officerId: string
  requestId: string
  /** The digest of what they read. */
  read: string
  reason: string
}

/** The reason is kept as it was written, or not at all. */
const LONGEST = 2000

export type RefusalRefusal = TurnRefusal | { code: 'not_found' | 'no_reason' | 'long_reason' }

/** Whoever's turn it is does not sign, and says why: the document goes back by its procedure, and nobody else signs it. */
export class RefuseSignature {
  async execute(given: RefusalInput): Promise<Result<Refusal, RefusalRefusal>> {
    const { municipalityId, officerId, requestId, read, at, moved } = given
    const reason = given.reason.normalize('NFC').trim()
    if (!reason) return err({ code: 'no_reason' })
    if (reason.length > LONGEST) return err({ code: 'long_reason' })
    const officer = await officerById(municipalityId, officerId)
    const seen = await circuitById(municipalityId, requestId)
    if (!officer || !seen) return err({ code: 'not_found' })
    return inTown(municipalityId, async (trx) => {
      const wanted = await lockBefore(trx, seen.request)
      const circuit = (await lockedCircuit(trx, requestId))!
      const refused = turnRefusal(circuit, officer, { read, draftersMaySign: true })
      if (refused) return err(refused)
      if (!wanted) return err({ code: 'ended' as const, state: 'withdrawn' as const })
      const step = currentStep(circuit)!
      const position = officer.position[circuit.request.language] ?? step.label
      const refusal: Refusal = {
        id: uuidv7(at.getTime()),
        requestId,
        stepId: step.id,
        officerId,
        name: officer.name,
        position,
        reason,
        refusedAt: at,
      }
      const row = {
        id: refusal.id,
        request_id: requestId,
        step_id: step.id,
        officer_id: officerId,
        name: officer.name,
        position,
        reason,
        refused_at: at.toISOString(),
      }
      await insertRows(trx, refusalRows, [row])
      const actor = { kind: 'officer' as const, id: officerId }
      const act = { refusal: refusal.id, step: step.id, row: rowDigest(refusalRows, row) }
      await endRequest(trx, circuit.request, 'refused', { at, moved, actor, refusal, act })
      return ok(refusal)
    })
  }
}
