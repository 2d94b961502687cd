import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'

type Params = Record<string, string | number>

/** What the commands for expressions share: the language in which they answer. */
export abstract class ExpressionCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The language of the answer: es, ca or en', default: 'en' })
  declare lang: string

  protected say(id: string, params: Params = {}): string {
    return i18nManager.locale(this.lang).t(`expressions.report.${id}`, params)
  }

  /** What is wrong, and how to mend it. */
  protected tell(code: string, params: Params): string {
    const texts = i18nManager.locale(this.lang)
    return ['problem', 'remedy']
      .map((part) => texts.t(`expressions.diagnostics.${code}.${part}`, params))
      .join(' ')
  }
}
