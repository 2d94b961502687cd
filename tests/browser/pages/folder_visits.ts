import type { Visit, Visits } from '#tests/browser/pages/visit'
import { STATES } from '#tests/browser/support/stocked_town'

/** The citizen folder. */
export const folderVisits: Visits = async (town) => {
  const { cases } = town
  const letters = (['required', 'opened', 'refused', 'silent'] as const).map(async (state) => ({
    path: `/folder/notifications/${await town.notification(state)}`,
    state,
  }))
  const papers = (await town.documents('opened')).filter(({ code }) => code)
  const visits: Omit<Visit, 'as'>[] = [
    { path: '/folder' },
    { path: '/folder?q=nada', state: 'nothing found' },
    { path: '/folder/documents' },
    ...papers.map(({ id, kind }) => ({ path: `/documents/${id}/page`, state: kind })),
    { path: '/folder/notifications' },
    ...(await Promise.all(letters)),
    ...STATES.map((state) => ({ path: `/folder/cases/${cases[state]}`, state })),
    { path: `/folder/cases/${cases.fresh}/withdrawal` },
    { path: `/folder/cases/${cases.fresh}/documents` },
    {
      path: `/folder/cases/${cases.fresh}/documents`,
      state: 'nothing chosen',
      then: (visitor) => visitor.press(visitor.t('folder.adding.send')),
    },
    { path: `/folder/cases/${cases.opened}/corrections/${await town.task('opened')}` },
    {
      path: `/folder/cases/${cases.opened}/corrections/${await town.task('opened')}`,
      state: 'begun',
      then: (visitor) => visitor.press(visitor.t('folder.correction.start')),
    },
  ]
  return visits.map((visit) => ({ ...visit, as: 'citizen' }))
}
