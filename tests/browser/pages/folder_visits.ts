import { paymentVisits } from '#tests/browser/pages/payment_visits'
import type { Visit, Visits } from '#tests/browser/pages/visit'
import { STATES } from '#tests/browser/support/stocked_town'

/** The citizen folder. */
export const folderVisits: Visits = async (town) => {
  const { cases } = town
  const letters = (['required', 'opened', 'refused', 'silent'] as const).map(async (state) => ({
    path: `/folder/notifications/${await town.notification(state)}`,
    state,
  }))
  const papers = [...(await town.documents('attached')), ...(await town.documents('withdrawn'))]
  const issued = [...(await town.documents('opened')), ...papers].filter(({ code }) => code)
  const visits: Omit<Visit, 'as'>[] = [
    { path: '/folder' },
    { path: '/folder?q=nada', state: 'nothing found' },
    { path: '/folder/documents' },
    ...issued.map(({ id, name }) => ({ path: `/documents/${id}/page`, state: name })),
    { path: '/folder/notifications' },
    ...(await Promise.all(letters)),
    ...STATES.map((state) => ({ path: `/folder/cases/${cases[state]}`, state })),
    { path: `/folder/cases/${cases.fresh}/withdrawal` },
    { path: `/folder/cases/${cases.fresh}/documents` },
    { path: `/folder/cases/${cases.attached}/documents`, state: 'with files' },
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
    {
      path: `/folder/cases/${cases.opened}/corrections/${await town.task('opened')}`,
      state: 'to be continued',
    },
    {
      path: `/folder/cases/${cases.opened}/corrections/${await town.task('opened')}`,
      state: 'saved for later',
      then: async (visitor) => {
        await visitor.follow(visitor.t('folder.correction.resume'))
        await visitor.press(visitor.t('filings.step.leave'))
      },
    },
    { path: '/folder', state: 'with an answer begun' },
    ...(await paymentVisits(town)),
  ]
  return visits.map((visit) => ({ ...visit, as: 'citizen' }))
}
