import { runJob } from '#cases/jobs/run_job'
import { unwrap } from '#core/result'
import { SubmitFiling } from '#filings/actions/submit_filing'
import type { Acknowledgement } from '#filings/types'
import { inTown } from '#tenancy/town_transaction'
import { citizenFrom, openOffice, readyDraft, type OpenOffice } from '#tests/support/filing'

/** An office with two filings, whose receipts and copies have been stored. */
export interface OfficeAtWork extends OpenOffice {
  first: Acknowledgement
  second: Acknowledgement
}

export async function file(office: OpenOffice, at = new Date()): Promise<Acknowledgement> {
  const { town, test } = office
  const draft = await readyDraft(office, { at })
  return unwrap(await new SubmitFiling().execute({ town, citizen: citizenFrom(test.person), ...draft, at }))
}

/** Does the work of a kind in a town, as its worker would: what follows its filings, unless said otherwise. */
export async function work(townId: string, kind = 'after_submission'): Promise<void> {
  for (;;) {
    const [job] = await inTown(townId, (trx) =>
      trx.rows<{ id: string }>(
        `UPDATE jobs SET attempts = attempts + 1 WHERE municipality_id = $1 AND id = (
           SELECT id FROM jobs WHERE municipality_id = $1 AND kind = $2 AND run_at <= now() ORDER BY run_at, id LIMIT 1)
         RETURNING id`,
        [townId, kind]
      )
    )
    if (!job) return
    const failure = await runJob({ municipalityId: townId, id: job.id }, { at: new Date() })
    if (failure) throw new Error(failure)
  }
}

export async function officeAtWork(): Promise<OfficeAtWork> {
  const office = await openOffice()
  const first = await file(office)
  const second = await file(office)
  await work(office.town.id)
  return { ...office, first, second }
}
