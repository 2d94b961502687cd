import { FILED } from '#tests/support/open_case'
import type { OpenOffice } from '#tests/support/filing'
import { carriedOut, publishNext, started, stopped, writtenPlan } from '#tests/support/versions'

/** A case that went on by another version, one that came back, and a run that was stopped before it came to any. */
export async function busyMigrations(office: OpenOffice, moved: string, returned: string): Promise<void> {
  const of = { office, town: office.test }
  const to = await publishNext(office.procedure)
  const plan = await writtenPlan(of, to)
  await carriedOut(of, plan, { stage: { cases: [returned] } })
  await carriedOut(of, plan, { direction: 'back', stage: { cases: [returned] } })
  await carriedOut(of, plan, { stage: { cases: [moved] } })
  await writtenPlan(of, to, { reason: { es: 'Otro', ca: 'Un altre', en: 'Another' } })
  await stopped(of, await started(of, plan, { stage: { cases: [moved] }, at: FILED }))
}
