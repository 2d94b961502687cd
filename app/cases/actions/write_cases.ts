import { writeConsequences } from '#cases/actions/write_consequences'
import { caseRows } from '#cases/rows'
import type { CasePlan } from '#cases/types'
import { insertRows } from '#tenancy/insert_rows'
import type { TownTransaction } from '#tenancy/town_transaction'

/** Writes planned cases of one town, set by set: the same statements for one case and for sixty-four. */
export async function writeCases(trx: TownTransaction, plans: CasePlan[]): Promise<void> {
  const rows = plans.map(({ caseFile }) => caseFile)
  await Promise.all([insertRows(trx, caseRows, rows), writeConsequences(trx, plans)])
}
