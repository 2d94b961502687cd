import { args, flags } from '@adonisjs/core/ace'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { TownCommand } from '#start/towns/town_command'
import { SetLicence } from '#tenancy/actions/set_licence'
import { inTown } from '#tenancy/town_transaction'

/** `node ace town:licence <town> [address]`: under which licence the open data of a town may be used again. */
export default class TownLicence extends TownCommand {
  static override commandName = 'town:licence'
  static override description = 'Say or change under which licence a town’s open data may be used again'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The https address of the licence; what stands without it', required: false })
  declare address?: string

  @flags.boolean({ description: 'Name no licence' })
  declare remove?: boolean

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const next = this.remove ? null : this.address
    if (next === undefined) return this.logger.log(town.settings.licence ?? 'None is named.')
    const set = await this.#set(town.id, next)
    if (!set.ok) return this.refuse(`“${next}” is no https address of a licence.`)
    this.logger.success(
      next ? `${town.name}: open data under ${next}.` : `${town.name}: no licence is named.`
    )
  }

  #set = (townId: string, licence: string | null) =>
    inTown(townId, async (trx) => {
      const set = await new SetLicence().execute(townId, licence)
      const subject = { kind: 'municipality', id: townId }
      if (set.ok)
        await appendAudit(trx, [
          { actor: SYSTEM, action: 'tenancy.licence_set', subject, detail: { licence } },
        ])
      return set
    })
}
