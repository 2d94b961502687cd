import { SqlMigration } from '#database/support/sql_migration'
import { appRole } from '#database/support/roles'

/** `node ace town:host` takes an address away from a town, too. */
export default class extends SqlMigration {
  statements() {
    return [`GRANT DELETE ON municipality_hosts TO ${appRole()}`]
  }
}
