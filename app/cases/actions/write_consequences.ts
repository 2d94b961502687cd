import { eventRows, incidentRows, subscriptionRows, taskRows } from '#cases/rows'
import type { Consequences } from '#cases/types'
import { enqueue } from '#core/jobs/enqueue'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Writes what steps of any number of cases of one town ask for: at most one statement a table. */
export async function writeConsequences(trx: TownTransaction, all: Consequences[]): Promise<void> {
  await insertRows(
    trx,
    eventRows,
    all.map(({ event }) => event)
  )
  await insertRows(
    trx,
    taskRows,
    all.flatMap(({ tasks }) => tasks)
  )
  await enqueue(
    trx,
    all.flatMap(({ jobs }) => jobs)
  )
  await insertRows(
    trx,
    subscriptionRows,
    all.flatMap(({ subscriptions }) => subscriptions)
  )
  await insertRows(
    trx,
    incidentRows,
    all.flatMap(({ incidents }) => incidents)
  )
}
