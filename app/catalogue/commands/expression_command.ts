import { TellingCommand } from '#catalogue/commands/telling_command'

type Params = Record<string, string | number>

/** What the commands for expressions share: the words in which they answer. */
export abstract class ExpressionCommand extends TellingCommand {
  protected say(id: string, params: Params = {}): string {
    return this.translate(`expressions.report.${id}`, params) ?? id
  }

  /** What is wrong, and how to mend it. */
  protected tell(code: string, params: Params): string {
    return ['problem', 'remedy']
      .map((part) => this.translate(`expressions.diagnostics.${code}.${part}`, params) ?? code)
      .join(' ')
  }
}
