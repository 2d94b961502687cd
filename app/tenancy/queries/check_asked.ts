import type { Check, Rule } from '#core/invariants'
import { inTown } from '#tenancy/town_transaction'

/** A rule in SQL: a statement that counts the rows it looks at, and those that answer the rows which break it. */
export interface AskedRule {
  rule: Rule
  count: string
  faults: Record<string, string>
}

/** Asks each in one statement, so that what moves meanwhile is seen before or after, and not in the middle. */
export const checkAsked =
  (rules: AskedRule[]): Check =>
  async (municipalityId, report) => {
    const ask = <Row extends object>(sql: string) =>
      inTown(municipalityId, (trx) => trx.rows<Row>(sql, [municipalityId]))
    for (const { rule, count, faults } of rules) {
      report.saw(rule, (await ask<{ count: number }>(count))[0]?.count ?? 0)
      for (const [fault, sql] of Object.entries(faults))
        for (const { row } of await ask<{ row: string }>(sql)) report.breaks(rule, fault, row)
    }
  }
