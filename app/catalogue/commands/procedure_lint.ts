import { ProcedureCommand } from '#catalogue/commands/procedure_command'
import { lint, tellFindings } from '#catalogue/index'

/** `node ace procedure:lint [slug]`: what is wrong with the documents, where, and what to do about it. */
export default class ProcedureLint extends ProcedureCommand {
  static override commandName = 'procedure:lint'
  static override description = 'Check the documents of procedures'

  override async run() {
    const findings = await lint(this.folder, this.slug)
    if (findings.length === 0) return this.none()
    this.print(tellFindings(findings, this.translate))
    const broken = findings.some(({ diagnostics }) =>
      diagnostics.some(({ severity }) => severity === 'error')
    )
    if (broken) this.exitCode = 1
    else this.logger.success(this.say('good', { procedures: findings.length }))
  }
}
