import { SqlMigration } from '#database/support/sql_migration'

/** The treasurer reads what goes back: money that paid nothing is a small part of what came. */
export default class extends SqlMigration {
  statements() {
    return [
      `CREATE INDEX settlements_surplus ON settlements (municipality_id, id) WHERE effect = 'surplus'`,
      `CREATE INDEX settlements_by_day ON settlements (municipality_id, recorded_at)`,
    ]
  }
}
