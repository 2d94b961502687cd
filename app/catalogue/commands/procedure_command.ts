import { args, BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { catalogueFolder } from '#catalogue/actions/load_catalogue'
import type { CompiledProcedure, Tale, Translate } from '#catalogue/index'

/** What the commands for authors share: which procedure, in which folder, told in which language. */
export abstract class ProcedureCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  @args.string({ description: 'The slug of one procedure; all of them without it', required: false })
  declare slug?: string

  @flags.string({ description: 'The folder of packs', alias: 'c' })
  declare catalogue?: string

  @flags.string({ description: 'The language of the answer: es, ca or en', default: 'en' })
  declare lang: string

  protected get folder(): string {
    return this.catalogue ?? catalogueFolder()
  }

  /** A text of the house, or null where there is none. */
  protected translate: Translate = (id, params) => i18nManager.locale(this.lang).t(id, params, '') || null

  protected say(id: string, params: Record<string, string | number> = {}): string {
    return this.translate(`catalogue.report.${id}`, params) ?? id
  }

  /** A procedure as it is told in the language that was asked for. */
  protected tale(procedure: CompiledProcedure): Tale {
    return { procedure, lang: this.lang, t: (key, params) => this.translate(key, params ?? {}) ?? key }
  }

  protected print(lines: string[]): void {
    for (const line of lines) this.logger.log(line)
  }

  /** Nothing was found to work on: most often a slug with a slip of the pen. */
  protected none(): void {
    this.exitCode = 1
    this.logger.error(this.say('none', { slug: this.slug ?? '*', folder: this.folder }))
  }
}
