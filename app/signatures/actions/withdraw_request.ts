import { enqueue, newJob } from '#core/jobs/enqueue'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Has a request end that nobody waits for any more, after the commit: its act is the last of another transaction. */
export const withdrawRequest = (
  trx: TownTransaction,
  { requestId, caseId, at }: { requestId: string; caseId: string; at: Date }
): Promise<void> =>
  enqueue(trx, [
    newJob('signature_withdrawal', at, { case_id: caseId, key: requestId, input: { request: requestId } }),
  ])
