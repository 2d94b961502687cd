import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { type Diagnostic, hasProblems } from '#core/diagnostic'
import { type Translate, tellDiagnostic } from '#catalogue/index'

/** What the commands for decision models share: they tell in a language. */
export abstract class DecisionCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The language of the answer: es, ca or en', default: 'en' })
  declare lang: string

  protected translate: Translate = (id, params) => i18nManager.locale(this.lang).t(id, params, '') || null

  protected say = (id: string, params: Record<string, string | number> = {}): string =>
    this.translate(`decisions.report.${id}`, params) ?? id

  protected print(lines: string[]): void {
    for (const line of lines) this.logger.log(line)
  }

  /** Tells what was found; what is wrong ends the command badly. */
  protected tell(found: Diagnostic[]): void {
    this.print(found.flatMap((one) => tellDiagnostic(one, this.translate)))
    if (hasProblems(found)) this.exitCode = 1
  }
}
