import { args, flags } from '@adonisjs/core/ace'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM } from '#audit/types'
import { TownCommand } from '#start/towns/town_command'
import { AddHost } from '#tenancy/actions/add_host'
import { RemoveHost } from '#tenancy/actions/remove_host'
import { addressesOfTheHouse } from '#tenancy/queries/office_address'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/** `node ace town:host <town> [host] [--remove]`: the addresses of a town. */
export default class TownHost extends TownCommand {
  static override commandName = 'town:host'
  static override description = 'List the addresses of a town, give it one or take one away'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'A host name, without scheme and port; the list without it', required: false })
  declare host?: string

  @flags.boolean({ description: 'Take the address away' })
  declare remove?: boolean

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    if (!this.host) return this.list(town)
    const result = await (this.remove ? this.take(town, this.host) : this.give(town, this.host))
    const params = { host: this.host, town: town.slug }
    if (!result.ok) return this.refuse(this.say(`tenancy.commands.host.${result.error}`, params))
    this.logger.success(this.say(`tenancy.commands.host.${this.remove ? 'removed' : 'added'}`, params))
  }

  private list(town: Town) {
    for (const host of town.hosts) this.logger.log(host)
    const said = { town: town.slug, at: addressesOfTheHouse(town).join(', ') }
    this.logger.info(this.say(`tenancy.commands.host.${town.hosts.length > 0 ? 'also' : 'none'}`, said))
  }

  private give = ({ id }: Town, host: string) =>
    this.audited(id, 'tenancy.host_added', () => new AddHost().execute(id, host))

  private take = ({ id }: Town, host: string) =>
    this.audited(id, 'tenancy.host_removed', () => new RemoveHost().execute(id, host))

  private audited<Answer extends { ok: true; value: string } | { ok: false; error: string }>(
    townId: string,
    action: string,
    change: () => Promise<Answer>
  ): Promise<Answer> {
    return inTown(townId, async (trx) => {
      const result = await change()
      if (result.ok)
        await appendAudit(trx, [{ actor: SYSTEM, action, subject: { kind: 'host', id: result.value } }])
      return result
    })
  }
}
