import type { AuditRow } from '#audit/types'
import { advanceCase } from '#cases/actions/advance_case'
import { letTermsPass } from '#cases/actions/let_terms_pass'
import { decidedIn } from '#cases/queries/decided'
import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import { fileInCase } from '#filings/actions/file_in_case'
import { filingsOfCase } from '#filings/queries/filings_of_case'
import type { Citizen } from '#identity/types'
import type { Town } from '#tenancy/types'

/** The name by which processes wait for a withdrawal. */
const MESSAGE = 'withdrawal'

/**
 * Somebody withdraws their application (Law 39/2015, art. 94). It is registered like any filing; the process
 * says what follows. A case that is decided or no longer waits for one refuses, and nothing is written.
 */
export class WithdrawCase {
  async execute(given: {
    town: Town
    citizen: Citizen
    caseId: string
    reason: string
    at: Date
    moved?: boolean
  }): Promise<Result<{ filingId: string }, 'not_found' | 'too_late'>> {
    const { reason, citizen } = given
    const actor = { kind: 'person' as const, id: citizen.personId }
    const answers: Record<string, Json> = reason.trim() ? { reason: reason.trim() } : {}
    const done = await fileInCase({ ...given, kind: 'withdrawal', answers }, async (trx, caseFile, at) => {
      if (await decidedIn(trx, caseFile)) return err('too_late' as const)
      await letTermsPass(trx, caseFile.id, at)
      const heard = await advanceCase(
        trx,
        caseFile.id,
        { type: 'message', name: MESSAGE, payload: answers },
        { at, actor }
      )
      const audit: AuditRow = {
        actor,
        action: 'cases.message_received',
        subject: { kind: 'case_files', id: caseFile.id },
        detail: { name: MESSAGE },
      }
      return heard ? ok([audit]) : err('too_late' as const)
    })
    if (done.ok || done.error !== 'too_late') return done
    const earlier = await this.#earlier(given)
    return earlier ? ok(earlier) : done
  }

  /** Whoever asks again, since the first answer never reached them, is answered the same. */
  async #earlier({ town, caseId, citizen }: { town: Town; caseId: string; citizen: Citizen }) {
    const filings = await filingsOfCase(town.id, caseId)
    const filed = filings.findLast(
      ({ kind, personId }) => kind === 'withdrawal' && personId === citizen.personId
    )
    return filed && { filingId: filed.id }
  }
}
