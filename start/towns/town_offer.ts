import { args } from '@adonisjs/core/ace'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { catalogueFolder, loadCatalogue } from '#catalogue/actions/load_catalogue'
import { withdrawnIn } from '#catalogue/queries/accepted'
import type { OfferRefusal } from '#catalogue/queries/offering'
import { isNumberTaken } from '#catalogue/queries/is_number_taken'
import { canSign } from '#catalogue/queries/vacancies'
import type { CompiledProcedure } from '#catalogue/types'
import { TownCommand } from '#start/towns/town_command'
import type { Town } from '#tenancy/types'

/** `node ace town:offer <town> [procedure]`: a town offers what the catalogue has now. */
export default class TownOffer extends TownCommand {
  static override commandName = 'town:offer'
  static override description = 'Have a town offer the procedures of the catalogue as they are now'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The slug of one procedure; all without it', required: false })
  declare procedure?: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const { published, refused } = await loadCatalogue(catalogueFolder(), this.procedure)
    for (const { slug } of refused) this.refuse(this.say('tenancy.commands.offer.refused', { slug }))
    if (published.length + refused.length === 0)
      this.refuse(this.say('tenancy.commands.offer.none', { slug: this.procedure ?? '' }))
    const withdrawn = this.procedure ? new Set() : await withdrawnIn(town.id)
    for (const procedure of published)
      if (withdrawn.has(procedure.slug))
        this.logger.log(
          this.say('tenancy.commands.offer.withdrawn', { slug: procedure.slug, town: town.slug })
        )
      else await this.#offer(town, procedure)
  }

  async #offer(town: Town, procedure: CompiledProcedure) {
    const { slug, digest } = procedure
    const adopted = await new AdoptProcedure().execute(town.id, { slug, digest })
    if (!adopted.ok) return this.refuse(this.#refusal(town, slug, adopted.error))
    this.logger.log(this.say(`tenancy.commands.offer.${adopted.value ? 'changed' : 'same'}`, { slug }))
    if (adopted.value && (await isNumberTaken(procedure)))
      this.logger.warning(
        this.say('tenancy.commands.offer.same_number', { slug, version: procedure.sheet.version })
      )
    if (!canSign(town, procedure)) this.logger.warning(this.say('tenancy.commands.offer.no_signer', { slug }))
  }

  #refusal({ slug: town }: Town, slug: string, refusal: OfferRefusal): string {
    const said = (id: string, params: Record<string, string> = {}) =>
      this.say(`tenancy.commands.offer.${id}`, { slug, town, ...params })
    if (refusal.code === 'missing') return said('missing', { missing: refusal.missing.join(', ') })
    if (refusal.code === 'misfit') return said('misfit')
    const offices = refusal.vacant.map(({ position, of }) => said(`seats.${position}`, { of }))
    return said('vacant', { offices: offices.join(' ') })
  }
}
