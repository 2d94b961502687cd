import { BaseCommand, flags } from '@adonisjs/core/ace'
import type { CommandOptions } from '@adonisjs/core/types/ace'
import i18nManager from '@adonisjs/i18n/services/main'
import { type Diagnostic, hasProblems } from '#core/diagnostic'
import type { Json } from '#core/json'
import { readValues } from '#catalogue/queries/read_json_file'
import { type Translate, tellDiagnostic } from '#catalogue/index'

/** What all commands of authors share: they answer in a language, and tell what is wrong with what they were given. */
export abstract class TellingCommand extends BaseCommand {
  static override options: CommandOptions = { startApp: true }

  @flags.string({ description: 'The language of the answer: es, ca or en', default: 'en' })
  declare lang: string

  /** Whose texts it answers with. */
  protected abstract readonly room: string

  /** A text of the house, or null where there is none. */
  protected translate: Translate = (id, params) => i18nManager.locale(this.lang).t(id, params, '') || null

  protected say(id: string, params: Record<string, string | number> = {}): string {
    return this.translate(`${this.room}.report.${id}`, params) ?? id
  }

  protected print(lines: string[]): void {
    for (const line of lines) this.logger.log(line)
  }

  /** Tells what was found; what is wrong ends the command badly. */
  protected tell(found: Diagnostic[]): void {
    this.print(found.flatMap((one) => tellDiagnostic(one, this.translate)))
    if (hasProblems(found)) this.exitCode = 1
  }

  /** The values that the file of an option gives by their names, none without it; null, and said so, where it holds no such thing. */
  protected async given(option: string, file: string | undefined): Promise<Record<string, Json> | null> {
    if (!file) return {}
    const read = await readValues(file)
    if (read.ok) return read.value
    this.tell(read.error.map((one) => ({ ...one, file: `--${option}=${file}` })))
    return null
  }
}
