import { type Diagnostic, hasProblems } from '#core/diagnostic'
import { TellingCommand } from '#catalogue/commands/telling_command'
import { tellDiagnostic } from '#catalogue/index'

/** What the commands for decision models share: they tell what was found. */
export abstract class DecisionCommand extends TellingCommand {
  protected say = (id: string, params: Record<string, string | number> = {}): string =>
    this.translate(`decisions.report.${id}`, params) ?? id

  /** Tells what was found; what is wrong ends the command badly. */
  protected tell(found: Diagnostic[]): void {
    this.print(found.flatMap((one) => tellDiagnostic(one, this.translate)))
    if (hasProblems(found)) this.exitCode = 1
  }
}
