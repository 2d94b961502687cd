import type { Rule } from '#core/invariants'
import { inTown } from '#tenancy/town_transaction'
import { tamper } from '#tests/support/owner'
import type { OfficeAtWork } from '../office_at_work.js'

/** What somebody could do to a town, which rule it breaks, and which row `verify` must name. */
export interface Plant {
  title: string
  rule: Rule
  fault: string
  plant(office: OfficeAtWork): Promise<string>
}

/** What the application itself could do by mistake. */
export const asApp = (office: OfficeAtWork, sql: string, values: unknown[] = []) =>
  inTown(office.town.id, (trx) => trx.rows(sql, [office.town.id, ...values]))

/** Work of a kind that got lost: of one key where it is given, else all of it. */
export const forget = (office: OfficeAtWork, kind: string, key: string | null = null) =>
  asApp(office, `DELETE FROM jobs WHERE municipality_id = $1 AND kind = $2 AND key = coalesce($3, key)`, [
    kind,
    key,
  ])

/** What only the owner of the tables can do. */
export const asOwner = (office: OfficeAtWork, table: string, sql: string, values: unknown[] = []) =>
  tamper(office.town.id, table, sql, [office.town.id, ...values])
