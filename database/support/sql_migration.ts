import { BaseSchema } from '@adonisjs/lucid/schema'

/** A migration written as the SQL that it is. Statements run in order, in one transaction. */
export abstract class SqlMigration extends BaseSchema {
  abstract statements(): string[]

  override async up() {
    for (const statement of this.statements()) this.schema.raw(statement)
  }

  /** Legal facts are not undone: a mistake is mended by a further migration. */
  override async down() {
    throw new Error('Migrations only go forward. Restore a backup, or write a new migration.')
  }
}
