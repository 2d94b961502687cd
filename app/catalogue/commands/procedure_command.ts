import { args, flags } from '@adonisjs/core/ace'
import { catalogueFolder } from '#catalogue/actions/load_catalogue'
import { TellingCommand } from '#catalogue/commands/telling_command'
import type { CompiledProcedure, Tale } from '#catalogue/index'

/** What the commands for procedures share: which one, in which folder. */
export abstract class ProcedureCommand extends TellingCommand {
  protected readonly room = 'catalogue'

  @args.string({ description: 'The slug of one procedure; all of them without it', required: false })
  declare slug?: string

  @flags.string({ description: 'The folder of packs', alias: 'c' })
  declare catalogue?: string

  protected get folder(): string {
    return this.catalogue ?? catalogueFolder()
  }

  /** A procedure as it is told in the language that was asked for. */
  protected tale(procedure: CompiledProcedure): Tale {
    return { procedure, lang: this.lang, t: (key, params) => this.translate(key, params ?? {}) ?? key }
  }

  /** Nothing was found to work on: most often a slug with a slip of the pen. */
  protected none(): void {
    this.exitCode = 1
    this.logger.error(this.say('none', { slug: this.slug ?? '*', folder: this.folder }))
  }
}
