import { visibleDocuments } from '#folder/queries/own_documents'
import type { Visit, Visits } from '#tests/browser/pages/visit'
import type { Visitor } from '#tests/browser/support/visitor'
import { newFollowUpCode } from '#filings/chance'
import { allowed, REPORT } from '#tests/support/anonymous'
import { fileAt } from '#tests/support/moved_filing'
import { settle } from '#tests/support/worker'

const give = (code: string) => async (visitor: Visitor) => {
  await visitor.page.getByLabel(visitor.t('folder.followUp.code')).fill(code)
  await visitor.press(visitor.t('folder.followUp.see'))
}

/** The door of those who said nothing of who they are, and what is behind it for who has the code. */
export const followUpVisits: Visits = async ({ office }) => {
  const [code, at] = [newFollowUpCode(), new Date()]
  const complaint = await allowed(office)
  const filed = await fileAt(office, complaint, { answers: REPORT, at, anonymous: true, code })
  await settle(office.town.id, at)
  const documents = await visibleDocuments(office.town.id, filed.caseId)
  const visits: Omit<Visit, 'as'>[] = [
    { path: `/procedures/${complaint.slug}`, state: 'may be anonymous' },
    { path: '/follow-up' },
    { path: '/follow-up', state: 'nothing given', then: give('') },
    { path: '/follow-up', state: 'unknown', then: give('4K7M-QX2P-9TRB-6WHC-3NVD') },
    { path: '/follow-up', state: 'found', then: give(code) },
    { path: `/follow-up/${filed.filingId}` },
    { path: `/filings/${filed.filingId}/receipt`, state: 'anonymous' },
    ...documents.map(({ id, name }) => ({
      path: `/follow-up/${filed.filingId}/documents/${id}/page`,
      state: name,
    })),
  ]
  return visits.map((visit) => ({ ...visit, as: 'anybody' }))
}
