import { args, flags } from '@adonisjs/core/ace'
import { ChangeOfficer, type ChangeRefusal } from '#identity/actions/change_officer'
import { OfficerCommand } from '#start/officers/officer_command'
import type { Officer } from '#identity/types'

/** `node ace officer:change <town> <e-mail>`: other roles, units, position, or a new password. */
export default class OfficerChange extends OfficerCommand {
  static override commandName = 'officer:change'
  static override description = 'Give somebody who works in a town other roles, units, position or password'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The e-mail address with which they sign in' })
  declare email: string

  @flags.string({ description: 'All their roles from now on, with commas' })
  declare roles?: string

  @flags.string({
    description: 'All their units from now on by slug, with commas; "" for none',
    allowEmptyValue: true,
  })
  declare units?: string

  @flags.array({ description: 'What they are; "ca:Alcaldessa" says it in one language' })
  declare position?: string[]

  @flags.boolean({ description: 'Give a new password, and end the sessions that they have' })
  declare password?: boolean

  override async run() {
    const town = await this.named(this.town)
    const officer = town && (await this.employee(town, this.email))
    if (!officer) return
    const roles = this.roles === undefined ? undefined : this.rolesIn(this.roles)
    const units = this.units === undefined ? undefined : await this.unitsIn(town, this.units)
    if (roles === null || units === null) return
    const position = this.position && this.positionIn(town, this.position)
    if (!roles && !units && !position && !this.password)
      return this.refuse('Say what is to be another: --roles, --units, --position or --password.')
    const given = this.password ? await this.newPassword(officer.email) : null
    const changed = await new ChangeOfficer().execute(town.id, {
      ...{ officerId: officer.id, roles, position, password: given?.password, at: new Date() },
      unitIds: units?.map(({ id }) => id),
    })
    if (!changed.ok) return this.refuse(refusalOf(changed.error, officer, town.slug))
    this.logger.success(`${officer.name} (${officer.email}): written down.`)
    if (given) this.tellPassword(officer.email, given)
  }
}

const refusalOf = (refusal: ChangeRefusal, { name, holds }: Officer, town: string): string =>
  ({
    unknown: `${name} works in ${town} no more.`,
    last_admin: `Nobody else administers ${town}. Make somebody else an admin first.`,
    holds: `${name} holds ${holds.join(', ')}, which nobody can without the role that goes. Name another first: node ace town:name-holder ${town} <body> <e-mail>`,
  })[refusal]
