import { args } from '@adonisjs/core/ace'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import type { OfferRefusal } from '#catalogue/queries/offering'
import { TownCommand } from '#start/towns/town_command'

const missingOf = (refusal: OfferRefusal) => (refusal.code === 'missing' ? refusal.missing.join(', ') : '')

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
    const wanted = ({ slug }: { slug: string }) => !this.procedure || slug === this.procedure
    const loaded = await loadCatalogue()
    const [offered, refused] = [loaded.published.filter(wanted), loaded.refused.filter(wanted)]
    for (const { slug } of refused) this.refuse(this.say('tenancy.commands.offer.refused', { slug }))
    if (offered.length + refused.length === 0)
      this.refuse(this.say('tenancy.commands.offer.none', { slug: this.procedure ?? '' }))
    for (const { slug, digest } of offered) {
      const adopted = await new AdoptProcedure().execute(town.id, { slug, digest })
      if (adopted.ok)
        this.logger.log(this.say(`tenancy.commands.offer.${adopted.value ? 'changed' : 'same'}`, { slug }))
      else
        this.refuse(
          this.say(`tenancy.commands.offer.${adopted.error.code}`, {
            slug,
            missing: missingOf(adopted.error),
          })
        )
    }
  }
}
