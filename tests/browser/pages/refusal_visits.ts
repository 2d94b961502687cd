import { secondsToWait } from '#core/http/rate'
import type { Visits } from '#tests/browser/pages/visit'
import type { Visitor } from '#tests/browser/support/visitor'
import { tamper } from '#tests/support/owner'

/** Posts as a page with this form would; without the token where somebody waited too long. */
const post =
  (path: string, fields: Record<string, string>, { token = true } = {}) =>
  ({ page }: Visitor) =>
    Promise.all([
      page.waitForURL((url) => url.pathname === path),
      page.evaluate(
        ({ path, fields, token }) => {
          const form = Object.assign(document.createElement('form'), { method: 'post', action: path })
          const given = document.querySelector<HTMLInputElement>('[name=_csrf]')?.value ?? ''
          for (const [name, value] of Object.entries({ ...fields, ...(token && { _csrf: given }) }))
            form.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
          document.body.append(form)
          form.submit()
        },
        { path, fields, token }
      ),
    ])

/** Tries a password after too many others from the same address. */
async function tryTooOften({ page, t }: Visitor, townId: string): Promise<void> {
  const rate = { requests: 10, duration: '1 min' }
  while ((await secondsToWait(`desk_sign_in:${townId}:127.0.0.1`, rate)) === null);
  await page.getByLabel(t('desk.signIn.email')).fill('nobody@example.org')
  await page.getByLabel(t('desk.signIn.password')).fill('wrong')
  await page.getByRole('button', { name: t('desk.signIn.enter') }).click()
  await page.getByText(t('desk.signIn.faults.too_many')).waitFor()
}

/** What the house says when it does not do what it was asked to. */
export const refusalVisits: Visits = async (town) => {
  const { cases, office } = town
  const check = `/filings/${town.draftId}/check`
  const submission = `/filings/${town.draftId}/submission`
  const lost = (await town.documents('withdrawn')).find(
    ({ template }) => template === 'withdrawal_acceptance'
  )!
  await tamper(office.town.id, 'document_contents', 'DELETE FROM document_contents WHERE document_id = $1', [
    lost.id,
  ])
  return [
    { path: '/no-such-page', status: 404 },
    { path: '/filings/no-such-filing', as: 'citizen', status: 404 },
    { path: '/desk/cases/no-such-case', as: 'officer', status: 404 },
    { path: '/desk/registry', as: 'handler', status: 403 },
    { path: check, as: 'citizen', state: '419', then: post(submission, { _version: '1' }, { token: false }) },
    { path: check, as: 'citizen', state: '422', then: post(submission, { _version: 'one' }) },
    {
      path: `/folder/cases/${cases.onPaper}`,
      as: 'citizen',
      state: '409',
      then: post(`/folder/cases/${cases.onPaper}/withdrawal`, {}),
    },
    { path: `/documents/${lost.id}`, as: 'citizen', state: 'lost', status: 500 },
    { path: '/desk/sign-in', state: '429', then: (visitor) => tryTooOften(visitor, office.town.id) },
  ]
}
