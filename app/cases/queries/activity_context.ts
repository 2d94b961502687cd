import type { ActivityContext } from '#cases/activities/activity'
import { townLawOfCase } from '#cases/queries/law_of_case'
import { caseAsItStands } from '#cases/queries/locked_case'
import type { Json } from '#core/json'
import { JobLostError } from '#core/jobs/finish'
import type { HeldJob, Moment } from '#core/jobs/types'
import { townById } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** What an activity is given: the case as it stands, its procedure, its town and the inputs of the element. */
export async function activityContext(job: HeldJob, moment: Moment): Promise<ActivityContext> {
  const caseFile = await inTown(job.municipalityId, (trx) => caseAsItStands(trx, job.caseId as string))
  const town = await townById(job.municipalityId)
  if (!caseFile || !town) throw new JobLostError(`job ${job.id} has no case`)
  return {
    ...moment,
    since: job.createdAt,
    town,
    caseFile,
    procedure: await townLawOfCase(town.id, caseFile),
    key: job.key,
    input: (job.input['input'] ?? {}) as Record<string, Json>,
  }
}
