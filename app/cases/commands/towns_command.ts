import { BaseCommand } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import { towns } from '#tenancy/queries/towns'
import type { Town } from '#tenancy/types'

/** What the commands about the cases of towns share. */
export abstract class TownsCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  /** The town of this slug, or all; none, with the reason, where there is no such town. */
  protected async chosen(slug: string | undefined): Promise<Town[]> {
    const found = (await towns()).filter((town) => !slug || town.slug === slug)
    if (found.length === 0) this.refuse(`there is no town "${slug ?? ''}"`)
    return found
  }

  protected refuse(reason: string): void {
    this.logger.error(reason)
    this.exitCode = 1
  }
}
