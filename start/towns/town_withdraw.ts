import { args, flags } from '@adonisjs/core/ace'
import { WithdrawProcedure } from '#catalogue/actions/withdraw_procedure'
import { TownCommand } from '#start/towns/town_command'

/** `node ace town:withdraw <town> <procedure> --reason=...`: a town offers a procedure no more. */
export default class TownWithdraw extends TownCommand {
  static override commandName = 'town:withdraw'
  static override description = 'Have a town offer a procedure no more; its cases go on'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The slug of the procedure' })
  declare procedure: string

  @flags.string({ description: 'Why, for the audit trail', required: true })
  declare reason: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const done = await new WithdrawProcedure().execute(town.id, { slug: this.procedure, reason: this.reason })
    const params = { slug: this.procedure, town: town.slug }
    if (!done.ok) return this.refuse(this.say(`tenancy.commands.withdraw.${done.error}`, params))
    this.logger.success(this.say('tenancy.commands.withdraw.done', params))
  }
}
