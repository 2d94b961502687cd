import { newVerificationCode } from '#documents/queries/verification_codes'
import type { Visits } from '#tests/browser/pages/visit'

/** What anybody can see. */
export const officeVisits: Visits = async (town) => {
  const sheet = `/procedures/${town.office.procedure.slug}`
  const papers = [...(await town.documents('granted')), ...(await town.documents('attached'))].filter(
    ({ code }) => code
  )
  return [
    { path: '/' },
    { path: '/procedures' },
    { path: '/procedures?q=unicornio', state: 'nothing found' },
    { path: sheet },
    { path: sheet, state: 'with a draft', as: 'citizen' },
    { path: '/verify' },
    { path: '/verify?code=', state: 'nothing typed', status: 422 },
    { path: '/verify?code=palabra', state: 'no code', status: 422 },
    { path: `/verify/${newVerificationCode(Date.now())}`, state: 'unknown code', status: 404 },
    { path: `/verify/${papers[0]!.code}`, state: 'found' },
    ...papers.map(({ code, name }) => ({ path: `/verify/${code}/page`, state: name })),
    ...['fees', 'about', 'closed-days', 'accessibility', 'privacy', 'cookies', 'contact', 'sign-in'].map(
      (page) => ({
        path: `/${page}`,
      })
    ),
    { path: '/sign-in/demo/answer?identity=nobody', state: 'somebody unknown', status: 422 },
  ]
}
