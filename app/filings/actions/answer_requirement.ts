import { completeTask, type TaskRefusal } from '#cases/actions/complete_task'
import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import type { Upload } from '#documents/types'
import { fileInCase } from '#filings/actions/file_in_case'
import { draftDigest } from '#filings/domain/draft_digest'
import type { Citizen } from '#identity/types'
import type { Town } from '#tenancy/types'

/** The interested party answers a requirement (Law 39/2015, art. 68): an entry with its receipt, and the case goes on. */
export class AnswerRequirement {
  execute(given: {
    town: Town
    citizen: Citizen
    draftId: string
    version: number
    caseId: string
    taskId: string
    answers: Record<string, Json>
    uploads: Upload[]
    at: Date
    moved?: boolean
  }): Promise<Result<{ filingId: string }, TaskRefusal | 'not_found'>> {
    const { taskId, answers, moved, citizen, draftId, version } = given
    const bodyDigest = draftDigest(draftId, version, citizen.personId)
    const actor = { kind: 'person' as const, id: citizen.personId }
    return fileInCase({ ...given, id: draftId, bodyDigest, kind: 'correction' }, async (trx, _case, at) => {
      const done = await completeTask(trx, { taskId, actor, roles: ['citizen'], answers, at, moved })
      return done.ok ? ok(done.value.audit) : err(done.error)
    })
  }
}
