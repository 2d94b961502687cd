import { CASES_CHANGED } from '#cases/events'
import { eventRows, incidentRows, messageRows, subscriptionRows, taskRows } from '#cases/rows'
import type { Consequences } from '#cases/types'
import { enqueue } from '#core/jobs/enqueue'
import { tell } from '#core/link/link'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Writes what steps of any number of cases of one town ask for: at most one statement a table. */
export async function writeConsequences(trx: TownTransaction, all: Consequences[]): Promise<void> {
  await Promise.all([
    insertRows(
      trx,
      eventRows,
      all.map(({ event }) => event)
    ),
    insertRows(
      trx,
      taskRows,
      all.flatMap(({ tasks }) => tasks)
    ),
    enqueue(
      trx,
      all.flatMap(({ jobs }) => jobs)
    ),
    insertRows(
      trx,
      subscriptionRows,
      all.flatMap(({ subscriptions }) => subscriptions)
    ),
    insertRows(
      trx,
      messageRows,
      all.flatMap(({ messages }) => messages)
    ),
    insertRows(
      trx,
      incidentRows,
      all.flatMap(({ incidents }) => incidents)
    ),
  ])
  trx.afterCommit(() => tell(CASES_CHANGED, trx.municipalityId))
}
