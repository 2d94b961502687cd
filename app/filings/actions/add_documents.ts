import { decidedIn } from '#cases/queries/decided'
import { digestOf } from '#core/digest'
import type { Json } from '#core/json'
import { err, ok, type Result } from '#core/result'
import type { Upload } from '#documents/types'
import { fileInCase } from '#filings/actions/file_in_case'
import type { Citizen } from '#identity/types'
import type { Town } from '#tenancy/types'

/** Somebody adds documents to their case, open and not decided yet (Law 39/2015, arts. 53.1.e and 76). */
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
  }): Promise<Result<{ filingId: string }, 'not_found' | 'nothing_added' | 'closed' | 'decided'>> {
    const { explanation, uploads, citizen, draftId } = given
    if (uploads.length === 0) return err('nothing_added')
    const answers: Record<string, Json> = explanation.trim() ? { explanation: explanation.trim() } : {}
    // By the draft alone: whoever sends it again is answered the same, whatever they wrote beside it.
    const bodyDigest = digestOf({ draft: draftId, person: citizen.personId })
    const filing = { ...given, id: draftId, bodyDigest, kind: 'addition' as const, answers }
    return fileInCase(filing, async (trx, caseFile) => {
      if (caseFile.state === 'closed') return err('closed' as const)
      return (await decidedIn(trx, caseFile)) ? err('decided' as const) : ok([])
    })
  }
}
