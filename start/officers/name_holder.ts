import { args, flags } from '@adonisjs/core/ace'
import { NameHolder } from '#identity/actions/name_holder'
import { OfficerCommand } from '#start/officers/officer_command'
import { bodiesOf } from '#tenancy/queries/bodies_and_units'
import type { Town } from '#tenancy/types'

/** `node ace town:name-holder <town> <body> <e-mail>`: who holds a body, and so signs and is named for it. */
export default class TownNameHolder extends OfficerCommand {
  static override commandName = 'town:name-holder'
  static override description = 'Name who holds a body of a town (mayor, secretary ...), or leave it vacant'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The body, by its role, as the file of the town calls it' })
  declare body: string

  @args.string({ description: 'The e-mail address of somebody who works there', required: false })
  declare email?: string

  @flags.boolean({ description: 'Nobody holds it from now on' })
  declare vacant?: boolean

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    if (Boolean(this.email) === Boolean(this.vacant))
      return this.refuse('Name somebody by their e-mail address, or leave the body to nobody with --vacant.')
    const officer = this.email ? await this.employee(town, this.email) : undefined
    if (officer === null) return
    const named = await new NameHolder().execute(town.id, { body: this.body, officerId: officer?.id ?? null })
    if (named.ok) {
      const who = officer ? `${officer.name} holds ${this.body}` : `${this.body} is vacant`
      return this.logger.success(named.value ? `${who} from now on.` : `${who} already.`)
    }
    if (named.error.code === 'no_body') return this.#noBody(town)
    if (named.error.code === 'unknown') return this.refuse(`${officer!.name} works in ${town.slug} no more.`)
    const roles = [...officer!.roles, named.error.role].join(',')
    this.refuse(
      `${officer!.name} can’t hold ${this.body} without the role ${named.error.role}. Give it with: node ace officer:change ${town.slug} ${officer!.email} --roles=${roles}`
    )
  }

  async #noBody(town: Town) {
    const known = (await bodiesOf(town.id)).map(({ role }) => role).join(', ') || 'none'
    this.refuse(`${town.slug} has no body “${this.body}”. Those that it has: ${known}.`)
  }
}
