import { args, BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { towns } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/**
 * `house:restored`, run by the bootstrap: what was written after the backup is gone, and its numbers are given again,
 * so each town's trail says from when on it goes on.
 */
export default class Restored extends BaseCommand {
  static override commandName = 'house:restored'
  static override description = 'Say in the audit trail of every town that a backup took its place'
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'When the backup was made' })
  declare madeAt: string

  @args.string({ description: 'The digest of what it holds' })
  declare digest: string

  override async run() {
    for (const { id } of await towns())
      await inTown(id, (trx) =>
        appendAudit(trx, [
          {
            actor: SYSTEM,
            action: 'tenancy.restored',
            subject: { kind: 'municipality', id },
            detail: { madeAt: this.madeAt, digest: this.digest },
          },
        ])
      )
  }
}
