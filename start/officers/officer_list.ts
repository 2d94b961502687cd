import { args, flags } from '@adonisjs/core/ace'
import { formerOfficersOf, officersOf } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { TownCommand } from '#start/towns/town_command'
import { bodiesOf, unitsOf } from '#tenancy/queries/bodies_and_units'
import type { Unit } from '#tenancy/types'

const orNone = (names: string[]) => names.join(', ') || '-'

/** `node ace officer:list <town>`: who works in a town, as what, and who holds its bodies. */
export default class OfficerList extends TownCommand {
  static override commandName = 'officer:list'
  static override description = 'List who works in a town, with roles and units, and who holds its bodies'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @flags.boolean({ description: 'Those who work there no more' })
  declare dismissed?: boolean

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const [officers, units] = await Promise.all([
      this.dismissed ? formerOfficersOf(town.id) : officersOf(town.id),
      unitsOf(town.id),
    ])
    for (const officer of officers) this.#tell(officer, units)
    if (officers.length === 0) this.logger.log('Nobody.')
    if (!this.dismissed) await this.#bodies(town.id, officers)
  }

  #tell({ name, email, roles, unitIds, lastAccessAt }: Officer, units: Unit[]) {
    const own = units.filter(({ id }) => unitIds.includes(id)).map(({ slug }) => slug)
    const seen = lastAccessAt ? `last access ${lastAccessAt.toISOString().slice(0, 10)}` : 'never signed in'
    this.logger.log(`${email}  ${name}; roles ${orNone(roles)}; units ${orNone(own)}; ${seen}`)
  }

  async #bodies(townId: string, officers: Officer[]) {
    for (const { role, holder } of await bodiesOf(townId)) {
      const named = officers.filter(({ holds }) => holds.includes(role)).map(({ email }) => email)
      const printed = holder ? `${holder}, as its documents print it` : 'nobody'
      this.logger.log(`body ${role}: ${named.length > 0 ? `${printed} (${named.join(', ')})` : printed}`)
    }
  }
}
