import { appendAudit } from '#audit/actions/append_audit'
import { advanceCase } from '#cases/actions/advance_case'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { openPartsOf } from '#cases/queries/choices'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { inTown } from '#tenancy/town_transaction'

export interface Choice extends Moment {
  municipalityId: string
  caseId: string
  /** The key of the open part. */
  key: string
  /** What begins in it; null closes it. */
  element: string | null
  /** How often something had been begun in it, as they saw it: a second press of the same button begins nothing. */
  begun: number
  roles: string[]
  actor: Actor
}

export type ChoiceRefusal = 'not_found' | 'not_open' | 'not_yours' | 'begun' | 'busy'

/** Somebody begins a step of a part that leaves it to them, or closes that part once nothing in it is open. */
export class ChooseStep {
  execute(given: Choice): Promise<Result<null, ChoiceRefusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const { caseId, key, element, begun, roles, actor, at, moved } = given
      const caseFile = await caseAsOf(trx, caseId, at)
      if (!caseFile) return err('not_found' as const)
      const part = (await openPartsOf(caseFile)).find((one) => one.key === key)
      const step = part?.steps.find((one) => one.element === element)
      if (!part || (element !== null && !step)) return err('not_open' as const)
      if (!(step ? [step.role] : part.roles).some((role) => roles.includes(role)))
        return err('not_yours' as const)
      if (element !== null && part.begun !== begun) return err('begun' as const)
      if (element === null && part.busy) return err('busy' as const)
      const kind = element === null ? 'part_closed' : 'step_begun'
      const data = { element: element ?? part.element }
      await recordEvent(trx, { caseFile, at, actor }, { kind, public: false, data })
      const event =
        element === null
          ? { type: 'done' as const, key, result: {} }
          : { type: 'choose' as const, key, element, begun }
      await advanceCase(trx, caseId, event, { at, actor })
      const subject = { kind: 'case_files', id: caseId }
      const row = { actor, action: `cases.${kind}`, subject, detail: { ...data, key } }
      await appendAudit(trx, [row], moved ? at : undefined)
      return ok(null)
    })
  }
}
