import type { Visit, Visits } from '#tests/browser/pages/visit'
import type { Visitor } from '#tests/browser/support/visitor'

const goOn = (visitor: Visitor) => visitor.press(visitor.t('filings.step.next'))

/** A form page by page: as it was answered, and as it refuses to go on without an answer. */
export const filingVisits: Visits = async (town) => {
  const { procedure } = town.office
  const form = procedure.forms[procedure.sheet.submissionForm]!
  const asked = form.pages.filter(({ fields }) =>
    fields.some((name) => form.fields[name]?.required || form.fields[name]?.requiredWhen)
  )
  const [filed, empty] = [`/filings/${town.draftId}`, `/filings/${town.emptyDraftId}`]
  const moved = `/filings/${await town.movedDraft()}`
  const later = [...(await town.filings('attached')), ...(await town.filings('withdrawn'))]
  const visits: Omit<Visit, 'as'>[] = [
    ...form.pages.map(({ id }) => ({ path: `${filed}/pages/${id}` })),
    ...asked.map(({ id }) => ({ path: `${empty}/pages/${id}`, state: 'unanswered', then: goOn })),
    { path: `${filed}/saved` },
    { path: `${filed}/discard` },
    { path: `${moved}/moved` },
    { path: `${moved}/pages/${form.pages[0]!.id}`, state: 'asked again' },
    { path: `${moved}/check`, state: 'asked again' },
    { path: `${filed}/check` },
    { path: `${empty}/check`, state: 'unanswered' },
    { path: `/filings/${await town.filing('granted')}/receipt` },
    { path: `/filings/${await town.filing('onPaper')}/receipt`, state: 'on paper' },
    ...later.map(({ id, kind }) => ({ path: `/filings/${id}/receipt`, state: kind })),
  ]
  return visits.map((visit) => ({ ...visit, as: 'citizen' }))
}
