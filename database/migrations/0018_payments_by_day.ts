import { SqlMigration } from '#database/support/sql_migration'

/** The treasurer reads orders by the day on which they came to stand as they do. */
export default class extends SqlMigration {
  statements() {
    return [
      `DROP INDEX payment_orders_listed`,
      `CREATE INDEX payment_orders_by_day ON payment_orders (municipality_id, (coalesce(ended_at, ordered_at)), id)`,
    ]
  }
}
