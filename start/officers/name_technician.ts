import { args, flags } from '@adonisjs/core/ace'
import { ChangeOfficer } from '#identity/actions/change_officer'
import { OfficerCommand } from '#start/officers/officer_command'

/** `node ace town:name-technician <town> <unit> <e-mail>`: who reports for a unit, and signs its reports. */
export default class TownNameTechnician extends OfficerCommand {
  static override commandName = 'town:name-technician'
  static override description = 'Name a technician of a unit of a town, or take one away'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The unit, by its slug' })
  declare unit: string

  @args.string({ description: 'The e-mail address of somebody who works there' })
  declare email: string

  @flags.boolean({ description: 'They are of that unit no more' })
  declare remove?: boolean

  override async run() {
    const town = await this.named(this.town)
    const officer = town && (await this.employee(town, this.email))
    if (!officer) return
    const [unit] = (await this.unitsIn(town, this.unit)) ?? []
    if (!unit) return
    const { id, name, email, roles, unitIds } = officer
    if (!this.remove && !roles.includes('technician'))
      return this.refuse(
        `${name} can’t report for ${unit.slug} without the role technician. Give it with: node ace officer:change ${town.slug} ${email} --roles=${[...roles, 'technician'].join(',')}`
      )
    const others = unitIds.filter((one) => one !== unit.id)
    const changed = await new ChangeOfficer().execute(town.id, {
      ...{ officerId: id, at: new Date() },
      unitIds: this.remove ? others : [...others, unit.id],
    })
    if (!changed.ok) return this.refuse(`${name} works in ${town.slug} no more.`)
    this.logger.success(`${name} is ${this.remove ? 'no more' : 'a technician'} of ${unit.slug}.`)
  }
}
