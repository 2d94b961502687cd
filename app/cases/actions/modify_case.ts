import { appendAudit } from '#audit/actions/append_audit'
import { advanceCase } from '#cases/actions/advance_case'
import { caseAsOf } from '#cases/actions/let_terms_pass'
import { recordEvent } from '#cases/actions/record_event'
import { lookAhead, standingDigest } from '#cases/queries/modification'
import type { Actor } from '#cases/types'
import type { Moment } from '#core/jobs/types'
import { type Result, err, ok } from '#core/result'
import type { Modification } from '#engine/index'
import { inTown } from '#tenancy/town_transaction'

export interface Modifying extends Moment, Pick<Modification, 'cancel' | 'activate'> {
  municipalityId: string
  caseId: string
  /** The digest of where the case stood when its consequences were looked at. */
  seen: string
  /** Why it is moved by hand; kept in the history and in the trail. */
  reason: string
  actor: Actor
}

export type ModifyRefusal = 'not_found' | 'closed' | 'no_reason' | 'changed' | 'not_possible'

/** An administrator moves a case by hand: takes steps away, and has others begin. All of it happens, or nothing. */
export class ModifyCase {
  execute(given: Modifying): Promise<Result<null, ModifyRefusal>> {
    return inTown(given.municipalityId, async (trx) => {
      const { caseId, cancel, activate, actor, at, moved } = given
      const reason = given.reason.trim()
      if (reason === '') return err('no_reason' as const)
      const caseFile = await caseAsOf(trx, caseId, at)
      if (!caseFile) return err('not_found' as const)
      if (caseFile.state === 'closed') return err('closed' as const)
      if (standingDigest(caseFile) !== given.seen) return err('changed' as const)
      const { tokens } = caseFile.workflow
      if (!(await lookAhead(trx.municipalityId, caseFile, { cancel, activate }, at)).ok)
        return err('not_possible' as const)
      const data = {
        ...{ reason, cancelled: cancel.map((key) => tokens[key]!.element) },
        begun: activate.map(({ element }) => element),
      }
      await recordEvent(trx, { caseFile, at, actor }, { kind: 'case_modified', public: false, data })
      await advanceCase(trx, caseId, { type: 'modify', cancel, activate }, { at, actor, reason })
      const subject = { kind: 'case_files', id: caseId }
      const row = { actor, action: 'cases.modified', subject, detail: data }
      await appendAudit(trx, [row], moved ? at : undefined)
      return ok(null)
    })
  }
}
