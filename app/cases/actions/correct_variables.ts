import { appendAudit } from '#audit/actions/append_audit'
import { advanceCase } from '#cases/actions/advance_case'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { digestsOf, turnsOf } from '#cases/domain/mended'
import { standingDigest } from '#cases/queries/modification'
import type { Actor } from '#cases/types'
import { isOfTheFiling } from '#catalogue/domain/vocabulary'
import type { Json } from '#core/json'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import { inTown } from '#tenancy/town_transaction'

export interface Correction extends Moment {
  municipalityId: string
  caseId: string
  /** The digest of where the case stood when it was looked at. */
  seen: string
  variables: Record<string, Json>
  /** Kept in the history and in the trail. */
  reason: string
  actor: Actor
}

export type CorrectionRefusal = 'not_found' | 'closed' | 'no_reason' | 'nothing_asked' | 'frozen' | 'changed'

/** An administrator corrects what the process of a case knows; conditions that are waited for are looked at again. */
export class CorrectVariables {
  execute(given: Correction): Promise<Result<null, CorrectionRefusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const { caseId, variables, actor, at, moved } = given
      const [reason, names] = [given.reason.trim(), Object.keys(variables)]
      if (reason === '') return err('no_reason' as const)
      if (names.length === 0) return err('nothing_asked' as const)
      if (names.some(isOfTheFiling)) return err('frozen' as const)
      const caseFile = await caseAsOf(trx, caseId, at)
      if (!caseFile) return err('not_found' as const)
      if (caseFile.state === 'closed') return err('closed' as const)
      if (standingDigest(caseFile) !== given.seen) return err('changed' as const)
      const data = { reason, variables: turnsOf(caseFile, null, variables) }
      await recordEvent(trx, { caseFile, at, actor }, { kind: 'variables_corrected', public: false, data })
      await advanceCase(trx, caseId, { type: 'variables', variables }, { at, actor })
      const subject = { kind: 'case_files', id: caseId }
      const detail = { reason, variables: digestsOf(variables) }
      const row = { actor, action: 'cases.variables_corrected', subject, detail }
      await appendAudit(trx, [row], moved ? at : undefined)
      return ok(null)
    })
  }
}
