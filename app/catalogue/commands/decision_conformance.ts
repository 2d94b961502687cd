import { args } from '@adonisjs/core/ace'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { type CaseReport, conformance } from '#catalogue/queries/conformance'
import { REFUSED } from '#decisions/index'

const SIGNS = { passed: '✓', failed: '✗', refused: '~' }
const MOST_TOLD = 5

/** `node ace decision:conformance <folder>`: plays the public conformance tests of DMN, or others laid out like them. */
export default class DecisionConformance extends DecisionCommand {
  static override commandName = 'decision:conformance'
  static override description = 'Play conformance tests of DMN: what passes, fails, or is refused by name'

  @args.string({
    description: 'The folder of the tests: <level>/<case>/<case>.dmn beside <case>-test-01.xml',
  })
  declare folder: string

  override async run() {
    const cases = { passed: 0, failed: 0, refused: 0 }
    const results = { passed: 0, failed: 0, refused: 0 }
    for await (const report of conformance(this.folder)) {
      cases[report.as] += 1
      for (const { as } of report.outcomes) results[as] += 1
      this.print(this.linesOf(report))
    }
    if (cases.failed > 0 || cases.passed === 0) this.exitCode = 1
    if (Object.values(cases).every((count) => count === 0))
      return this.logger.error(
        this.translate('expressions.report.none', { folder: this.folder }) ?? this.folder
      )
    this.print([this.say('cases', cases), this.say('results', results)])
  }

  private linesOf({ name, as, outcomes, refused }: CaseReport): string[] {
    const passed = outcomes.filter((outcome) => outcome.as === 'passed').length
    const names = new Set(outcomes.flatMap((outcome) => (outcome.as === 'refused' ? [outcome.code] : [])))
    if (refused !== null) names.add(refused)
    const failed = outcomes.filter((outcome) => outcome.as === 'failed')
    return [
      `${SIGNS[as]} ${name}  ${passed}/${outcomes.length}`,
      ...[...names].map((code) => `    ~ ${code}: ${REFUSED[code] ?? ''}`),
      ...failed
        .slice(0, MOST_TOLD)
        .map((each) => `    ✗ ${each.case} ${each.result}: ${each.expected} / ${each.found} ${each.why}`),
      ...(failed.length > MOST_TOLD ? [`    ... ${failed.length - MOST_TOLD}`] : []),
    ]
  }
}
