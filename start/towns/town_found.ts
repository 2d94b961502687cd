import { readFile } from 'node:fs/promises'
import app from '@adonisjs/core/services/app'
import { args, flags } from '@adonisjs/core/ace'
import { AdoptProcedure } from '#catalogue/actions/adopt_procedure'
import { loadCatalogue } from '#catalogue/actions/load_catalogue'
import { isEmail } from '#identity/domain/email'
import { raiseTown } from '#start/towns/raise_town'
import { TownCommand } from '#start/towns/town_command'
import { readTownFile, type TownFile } from '#start/towns/town_file'
import { officeAddress } from '#tenancy/queries/office_address'
import { townById, towns } from '#tenancy/queries/towns'

/** What every town has: a mayor who decides, and an office that handles what no other does. */
const plainOrganisation = async (): Promise<Required<Pick<TownFile, 'bodies' | 'units'>>> =>
  JSON.parse(await readFile(app.makePath('resources/organisations/plain.json'), 'utf8'))

/** `node ace town:found <file> --admin=<e-mail>`: a town that is not fictional, with its first administrator. */
export default class TownFound extends TownCommand {
  static override commandName = 'town:found'
  static override description = 'Found a town from its file, with its first administrator'

  @args.string({ description: 'The file of the town, as those in resources/towns' })
  declare file: string

  @flags.string({
    description: 'The e-mail address with which its first administrator signs in',
    required: true,
  })
  declare admin: string

  @flags.string({ description: 'The name of the first administrator' })
  declare name?: string

  override async run() {
    const read = await readTownFile(this.file)
    if (!read.ok)
      return this.misfit(read.error, this.say('tenancy.commands.found.not_a_town', { file: this.file }))
    const town = read.value
    const fault = await this.fault(town)
    if (fault)
      return this.refuse(this.say(`tenancy.commands.found.${fault}`, { slug: town.slug, admin: this.admin }))
    await this.found(town)
  }

  private async fault({ slug, hosts = [] }: TownFile) {
    const all = await towns()
    if (!isEmail(this.admin)) return 'no_address'
    if (all.some((one) => one.slug === slug)) return 'slug_taken'
    return all.some((one) => one.hosts.some((host) => hosts.includes(host))) ? 'host_taken' : null
  }

  private async found(town: TownFile) {
    const given = await this.newPassword(this.admin)
    const year = new Date().getFullYear()
    const all = await towns()
    const id = await raiseTown(
      { ...(await plainOrganisation()), ...town },
      {
        years: [year, year + 1],
        isDefault: !all.some((one) => one.isDefault),
        officers: [
          {
            email: this.admin,
            name: this.name ?? this.admin,
            password: given.password,
            roles: ['admin'],
            language: town.languages[0],
          },
        ],
      }
    )
    const { published } = await loadCatalogue()
    const lacking: string[] = []
    for (const { slug, digest } of published) {
      const adopted = await new AdoptProcedure().execute(id, { slug, digest })
      if (!adopted.ok) lacking.push(slug)
    }
    const at = officeAddress((await townById(id))!)
    this.logger.success(
      this.say('tenancy.commands.found.stands', {
        town: town.name,
        at,
        procedures: published.length - lacking.length,
      })
    )
    for (const procedure of lacking)
      this.logger.warning(this.say('tenancy.commands.found.lacking', { procedure, slug: town.slug }))
    this.tellPassword(this.admin, given)
    this.logger.log(this.say('tenancy.commands.found.next', { slug: town.slug }))
  }
}
