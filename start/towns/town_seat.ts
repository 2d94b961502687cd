import { args, flags } from '@adonisjs/core/ace'
import { SYSTEM } from '#audit/types'
import { AddSeat } from '#cases/actions/add_seat'
import { MoveOffice } from '#cases/actions/move_office'
import { TownCommand } from '#start/towns/town_command'
import { isKnownRegion } from '#tenancy/domain/closed_days'
import { bodiesOf, unitsOf } from '#tenancy/queries/bodies_and_units'
import { seatsOf } from '#tenancy/queries/seats'
import type { Town } from '#tenancy/types'

/** `node ace town:seat <town> [name]`: places whose closed days count beside those of the electronic office. */
export default class TownSeat extends TownCommand {
  static override commandName = 'town:seat'
  static override description = 'List the other seats of a town, add one, or say who sits there'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The name of a place, or the slug of one that is there', required: false })
  declare name?: string

  @flags.string({ description: 'The region of a new place, in ISO 3166-2 (ES-VC)' })
  declare region?: string

  @flags.string({ description: 'The slugs of units and the roles of bodies that sit there' })
  declare of?: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    if (!this.name) return this.list(town)
    if (this.region && !isKnownRegion(this.region))
      return this.refuse(this.#tell('no_region', { region: this.region }))
    const slug = await this.#added(town, this.name)
    if (!slug) return
    for (const office of (this.of ?? '').split(',').filter(Boolean)) await this.#move(town, office, slug)
  }

  private async list(town: Town) {
    const offices = [...(await unitsOf(town.id)), ...(await bodiesOf(town.id))]
    for (const { slug, name, region } of await seatsOf(town.id)) {
      const there = offices.filter(({ seat }) => seat === slug).map((one) => one.name.es)
      this.logger.log([slug, name.es, region ?? '-', there.join(', ')].join('  '))
    }
  }

  /** The slug of the place, which may be there already; null where none can be made. */
  async #added(town: Town, name: string): Promise<string | null> {
    const known = (await seatsOf(town.id)).find(({ slug }) => slug === name)
    if (known) return known.slug
    const added = await new AddSeat().execute({
      ...{ municipalityId: town.id, name: { es: name, ca: name, en: name } },
      ...{ region: this.region ?? null, actor: SYSTEM },
    })
    if (added.ok) this.logger.success(this.#tell('added', { seat: added.value, town: town.slug }))
    else this.refuse(this.#tell(added.error, { name }))
    return added.ok ? added.value : null
  }

  async #move(town: Town, office: string, seat: string): Promise<void> {
    const unit = (await unitsOf(town.id)).find(({ slug }) => slug === office)
    const body = (await bodiesOf(town.id)).find(({ role }) => role === office)
    const found = unit ?? body
    if (!found) return this.refuse(this.#tell('no_office', { office, town: town.slug }))
    await new MoveOffice().execute({
      ...{ municipalityId: town.id, of: unit ? 'units' : 'bodies', id: found.id, seat, actor: SYSTEM },
    })
    this.logger.success(this.#tell('moved', { office, seat }))
  }

  #tell = (id: string, params: Record<string, string>) => this.say(`tenancy.commands.seat.${id}`, params)
}
