import { args, flags } from '@adonisjs/core/ace'
import { isEmail } from '#identity/domain/email'
import { HireOfficer } from '#identity/actions/hire_officer'
import { ROLES } from '#identity/types'
import { OfficerCommand } from '#start/officers/officer_command'

/** `node ace officer:hire <town> <e-mail> --name=... --roles=...`: an account for somebody who works in a town. */
export default class OfficerHire extends OfficerCommand {
  static override commandName = 'officer:hire'
  static override description = 'Give somebody who works in a town an account, with roles and units'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The e-mail address with which they sign in' })
  declare email: string

  @flags.string({ description: 'Their name, as documents print it', required: true })
  declare name: string

  @flags.string({
    description: `With commas: ${ROLES.join(', ')}`,
    required: true,
  })
  declare roles: string

  @flags.string({ description: 'Their units by slug, with commas' })
  declare units?: string

  @flags.array({ description: 'What they are; "ca:Alcaldessa" says it in one language' })
  declare position?: string[]

  @flags.string({ description: 'The language of their desk: es, ca or en' })
  declare language?: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const email = this.email.trim().toLowerCase()
    if (!isEmail(email)) return this.refuse(`“${this.email}” is no e-mail address.`)
    const language = this.language ?? town.languages[0]!
    if (!(town.languages as string[]).includes(language))
      return this.refuse(`${town.slug} does not speak “${language}”. It speaks ${town.languages.join(', ')}.`)
    const roles = this.rolesIn(this.roles)
    const units = roles && (await this.unitsIn(town, this.units ?? ''))
    if (!roles || !units) return
    const given = await this.newPassword(email)
    const hired = await new HireOfficer().execute(town.id, {
      ...{ email, name: this.name.trim(), password: given.password, roles, language },
      unitIds: units.map(({ id }) => id),
      position: this.positionIn(town, this.position ?? []),
    })
    if (!hired.ok)
      return this.refuse(
        `${email} is the address of somebody who works in ${town.slug} already. Change what they are with: node ace officer:change ${town.slug} ${email}`
      )
    this.logger.success(`${this.name} works in ${town.name} as ${roles.join(', ')}.`)
    this.tellPassword(email, given)
  }
}
