import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import type { Upload } from '#documents/types'
import { fileInCase } from '#filings/actions/file_in_case'
import type { Citizen } from '#identity/types'
import type { Town } from '#tenancy/types'

/** Somebody adds documents to their open case (Law 39/2015, arts. 53.1.e and 76). */
export class AddDocuments {
  async execute(given: {
    town: Town
    citizen: Citizen
    draftId: string
    caseId: string
    explanation: string
    uploads: Upload[]
    at: Date
    moved?: boolean
  }): Promise<Result<{ filingId: string }, 'not_found' | 'nothing_added' | 'closed'>> {
    const { explanation, uploads } = given
    if (uploads.length === 0) return err('nothing_added')
    const answers: Record<string, Json> = explanation.trim() ? { explanation: explanation.trim() } : {}
    return fileInCase({ ...given, id: given.draftId, kind: 'addition', answers }, async (_trx, caseFile) => {
      if (caseFile.state === 'closed') return err('closed' as const)
      return ok([])
    })
  }
}
