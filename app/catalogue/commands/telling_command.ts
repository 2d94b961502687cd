import { readFile } from 'node:fs/promises'
import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import type { Json } from '#core/json'
import { parseJson } from '#catalogue/domain/parse_json'
import type { Translate } from '#catalogue/index'

/** What all commands of authors share: they answer in a language, and read values from files of JSON. */
export abstract class TellingCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The language of the answer: es, ca or en', default: 'en' })
  declare lang: string

  /** A text of the house, or null where there is none. */
  protected translate: Translate = (id, params) => i18nManager.locale(this.lang).t(id, params, '') || null

  protected print(lines: string[]): void {
    for (const line of lines) this.logger.log(line)
  }

  /** The values that a file gives by their names, none without a file; null, and said so, where it holds no such thing. */
  protected async given(file: string | undefined): Promise<Record<string, Json> | null> {
    if (!file) return {}
    const text = await readFile(file, 'utf8').catch(() => null)
    const json = text === null ? null : parseJson(file, text)
    if (json?.ok && typeof json.value === 'object' && json.value !== null && !Array.isArray(json.value))
      return json.value as Record<string, Json>
    this.exitCode = 1
    this.logger.error(this.translate('catalogue.report.noValues', { file }) ?? file)
    return null
  }
}
