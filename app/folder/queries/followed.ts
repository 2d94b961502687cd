import { anonymousCase } from '#cases/queries/cases_of_person'
import { lawOfCase } from '#cases/queries/law_of_case'
import { followUpDigest } from '#filings/domain/follow_up_code'
import { filedById } from '#filings/queries/filed'
import { filedBy } from '#filings/queries/filed_by'

/** What was filed anonymously under an id, with its case, for whoever has its code; null for anybody else. */
export async function followed(municipalityId: string, filingId: string, code: string) {
  const holder = { personId: null, codeDigest: followUpDigest(code) }
  if (!(await filedBy(municipalityId, holder, filingId))) return null
  const filed = await filedById(municipalityId, filingId)
  const own = filed && (await anonymousCase(municipalityId, filed.caseId))
  return own && { own, filed, procedure: await lawOfCase(own.summary) }
}
