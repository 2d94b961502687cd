import { proposePlan } from '#catalogue/index'
import type { Visit } from '#tests/browser/pages/visit'
import type { StockedTown } from '#tests/browser/support/stocked_town'
import { goodAnswers } from '#tests/support/filing'
import { fileAt } from '#tests/support/moved_filing'
import { carriedOut, publishNext, started, withTerm, writtenPlan } from '#tests/support/versions'
import { settle } from '#tests/support/worker'

/**
 * Versions of a procedure, with a term of another length: a plan that was written and one that is proposed, a run that left a
 * case where it was, one that moved a case, one that runs.
 */
export async function versionVisits({ office, cases }: StockedTown): Promise<Omit<Visit, 'as'>[]> {
  const open = { office, town: office.test }
  const to = await publishNext(office.procedure, withTerm(2))
  const planId = await writtenPlan(open, to, {
    elements: proposePlan(office.procedure, to).elements.map(({ from, ...goes }) =>
      from === 'review' ? { from, begin: from } : { from, ...goes }
    ),
    classes: [{ change: 'begun', class: 'needs_clerk' }],
  })
  const how = { at: new Date(), stage: { cases: [cases.fresh] } }
  const ended = await carriedOut(open, planId, how)
  const at = how.at
  const { caseId } = await fileAt(office, office.procedure, { answers: goodAnswers(office), at })
  await settle(office.test.id, at)
  const moved = await carriedOut(open, planId, { at, stage: { cases: [caseId], reviewed: true } })
  const running = await started(open, planId, how)
  const path = `/desk/versions/${to.slug}/${office.procedure.digest.slice(0, 12)}/${to.digest.slice(0, 12)}`
  const proposed = `${path}?proposed=yes`
  return [
    { path: '/desk/versions' },
    { path },
    { path: proposed, state: 'proposed' },
    {
      path: proposed,
      state: 'without a reason',
      then: (visitor) => visitor.press(visitor.t('desk.versions.look')),
    },
    {
      path,
      state: 'tried',
      then: async (visitor) => {
        await visitor.page.locator('#reason').fill('As the mayor asked.')
        await visitor.press(visitor.t('desk.versions.look'))
        await visitor.page.locator('#why').waitFor()
      },
    },
    { path: `/desk/runs/${ended.id}`, state: 'with cases that stayed' },
    { path: `/desk/runs/${moved.id}`, state: 'with a case that moved' },
    { path: `/desk/cases/${caseId}`, state: 'on another version' },
    { path: `/desk/runs/${running}`, state: 'running' },
  ]
}
