import { randomBytes } from 'node:crypto'
import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { tellDiagnostic, type Translate } from '#catalogue/index'
import type { Diagnostic } from '#core/diagnostic'
import { towns } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

const SHORTEST = 12

interface GivenPassword {
  password: string
  asked: boolean
}

/** What the operator's commands about towns share. */
export abstract class TownCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  protected say = (id: string, params: Record<string, string | number> = {}): string =>
    i18nManager.locale('en').t(id, params)

  protected refuse(text: string): void {
    this.logger.error(text)
    this.exitCode = 1
  }

  /** What is wrong with a file that was given, and that nothing is done with it. */
  protected misfit(found: Diagnostic[], refusal: string): void {
    const translate: Translate = (id, params) => i18nManager.locale('en').t(id, params, '') || null
    for (const line of found.flatMap((one) => tellDiagnostic(one, translate))) this.logger.log(line)
    this.refuse(refusal)
  }

  /** The town of this slug, or null after saying which there are. */
  protected async named(slug: string): Promise<Town | null> {
    const all = await towns()
    const town = all.find((one) => one.slug === slug) ?? null
    if (!town) {
      const there = all.map((one) => one.slug).join(', ')
      this.refuse(this.say('tenancy.commands.noTown', { slug, there: there || '-' }))
    }
    return town
  }

  /** An employee's first password: as it was asked for, or made where nobody is there to be asked, or would rather not. */
  protected async newPassword(who: string): Promise<GivenPassword> {
    const typed = process.stdin.isTTY ? await this.#askPassword(who) : ''
    return { password: typed || randomBytes(15).toString('base64url'), asked: typed !== '' }
  }

  /** Once it stands: one that was made is shown, this once. */
  protected tellPassword(who: string, { password, asked }: GivenPassword): void {
    if (!asked) this.logger.log(this.say('tenancy.commands.found.password', { who, password }))
  }

  #askPassword = (who: string): Promise<string> =>
    this.prompt.secure(this.say('tenancy.commands.found.ask', { who, shortest: SHORTEST }), {
      validate: (text) =>
        text === '' ||
        text.length >= SHORTEST ||
        this.say('tenancy.commands.found.too_short', { shortest: SHORTEST }),
    })
}
