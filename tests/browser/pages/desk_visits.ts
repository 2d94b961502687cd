import { treasuryVisits } from '#tests/browser/pages/payment_visits'
import { signatureVisits } from '#tests/browser/pages/signature_visits'
import { versionVisits } from '#tests/browser/pages/version_visits'
import { GAIN } from '#tests/support/filled_in'
import type { Visit, Visits } from '#tests/browser/pages/visit'
import type { Page } from 'playwright-core'
import type { Step } from '#catalogue/types'
import { fillPage } from '#tests/browser/support/fill_page'
import { STATES, type StockedTown } from '#tests/browser/support/stocked_town'
import type { Visitor } from '#tests/browser/support/visitor'

const openPart = (name: RegExp) => (visitor: Visitor) => visitor.page.getByRole('tab', { name }).click()

const count = (text: string) => new RegExp(`^${text.replace(/\(.*/, '')}`)

/** Answers the form of the resolution as its golden case does, and looks at what would be sealed. */
async function resolve(page: Page, { office: { procedure } }: StockedTown) {
  const isResolve = (step: Step) => 'task' in step && step.task === 'resolve'
  const step = procedure.scenarios['granted']!.steps.find(isResolve) as Extract<Step, { task: string }>
  const form = procedure.forms['resolve']!
  for (const { id } of form.pages) await fillPage(page, form, id, step.with ?? {})
  await page.locator('.desk-task button[type=submit]').click()
  await page.locator('.desk-sheet').waitFor()
}

/** The desk. */
export const deskVisits: Visits = async (town) => {
  const { cases } = town
  const resolution = (await town.documents('granted')).find(({ kind }) => kind === 'resolution')
  const visits: Omit<Visit, 'as'>[] = [
    { path: '/desk/inbox' },
    { path: '/desk/inbox?view=overdue' },
    { path: '/desk/inbox?view=mine', state: 'empty' },
    {
      path: '/desk/inbox',
      state: 'with cases chosen',
      then: ({ page, t }) =>
        page.getByRole('checkbox', { name: t('desk.table.selectAll') }).check({ force: true }),
    },
    { path: '/desk/search' },
    { path: '/desk/search?q=farola' },
    { path: '/desk/search?q=unicornio', state: 'nothing found' },
    ...STATES.map((state) => ({ path: `/desk/cases/${cases[state]}`, state })),
    ...['documents', 'history', 'letters'].map((part) => ({
      path: `/desk/cases/${cases.granted}`,
      state: part,
      then: (visitor: Visitor) =>
        openPart(count(visitor.t(`desk.case.parts.${part}`, { count: 0 })))(visitor),
    })),
    {
      path: `/desk/cases/${cases.granted}`,
      state: 'why',
      async then(visitor) {
        await openPart(count(visitor.t('desk.case.parts.history')))(visitor)
        for (const summary of await visitor.page.locator('.desk-why summary').all()) await summary.click()
      },
    },
    {
      path: `/desk/cases/${cases.fresh}`,
      state: 'being assigned',
      then: (visitor) => visitor.press(visitor.t('desk.assign.open')),
    },
    { path: `/desk/tasks/${await town.task('fresh')}` },
    { path: `/desk/tasks/${await town.task('resolving')}` },
    {
      path: `/desk/tasks/${await town.task('resolving')}`,
      state: 'being answered',
      then: ({ page }) => page.getByRole('radio').first().check(),
    },
    {
      path: `/desk/tasks/${await town.task('fresh')}`,
      state: 'unanswered',
      then: (visitor) => visitor.press(visitor.t('desk.task.complete')),
    },
    {
      path: `/desk/tasks/${await town.task('resolving')}`,
      state: 'before it is sealed',
      then: ({ page }) => resolve(page, town),
    },
    { path: `/desk/documents/${resolution!.id}/page` },
    { path: '/desk/registry' },
    { path: '/desk/registry?book=outgoing' },
    ...(await treasuryVisits(town)),
    ...(await signatureVisits(town)),
    ...(await versionVisits(town)),
    { path: '/desk/incidents' },
    { path: '/desk/incidents?state=resolved', state: 'settled' },
    { path: `/desk/incidents/${await town.incident()}` },
    {
      path: `/desk/incidents/${await town.incident()}`,
      state: 'without a reason',
      then: (visitor) => visitor.press(visitor.t('desk.incident.retry')),
    },
    { path: `/desk/cases/${cases.stuck}/modification` },
    {
      path: `/desk/cases/${cases.stuck}/modification`,
      state: 'before it is done',
      then: async (visitor) => {
        await visitor.page.getByRole('checkbox').first().check()
        await visitor.page.locator('#reason').fill('As the mayor asked.')
        await visitor.press(visitor.t('desk.modification.look'))
      },
    },
    { path: `/desk/cases/${cases.stuck}/variables` },
    { path: '/desk/procedures' },
    { path: `/desk/procedures/${GAIN}/values` },
    { path: `/desk/procedures/${GAIN}/values/inheritanceBonus` },
    { path: `/desk/procedures/${GAIN}/values/landReduction` },
    {
      path: `/desk/procedures/${GAIN}/values/inheritanceBonus`,
      state: 'with nothing typed',
      then: (visitor) => visitor.press(visitor.t('desk.values.look')),
    },
    { path: '/desk/letters' },
    { path: '/desk/calendar' },
    { path: '/desk/calendar?year=2040', state: 'of a year that is not loaded' },
    {
      path: '/desk/calendar?year=2025',
      state: 'being opened again',
      then: ({ page }) => page.getByRole('table').getByRole('button').first().click(),
    },
    { path: '/desk/notices' },
    { path: `/desk/notices/${await town.notice()}` },
  ]
  return [
    { path: '/desk/sign-in' },
    ...visits.map((visit) => ({ ...visit, as: 'officer' as const })),
    { path: `/desk/tasks/${await town.task('resolving')}`, state: 'of another role', as: 'handler' },
  ]
}
