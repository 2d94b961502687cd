import { ProcedureCommand } from '#catalogue/commands/procedure_command'
import { lint, textOf } from '#catalogue/index'

/** `node ace procedure:list`: the procedures of the catalogue, with version, digest and title. */
export default class ProcedureList extends ProcedureCommand {
  static override commandName = 'procedure:list'
  static override description = 'List the procedures of the catalogue'

  override async run() {
    const findings = await lint(this.folder, this.slug)
    if (findings.length === 0) return this.none()
    const table = this.ui
      .table()
      .head(['pack', 'slug', 'version', 'digest', 'title'].map((column) => this.say(`columns.${column}`)))
    for (const { place, procedure } of findings)
      table.row([
        place.pack,
        place.slug,
        procedure?.sheet.version ?? '-',
        procedure?.digest.slice(0, 12) ?? this.say('uncompiled'),
        procedure ? textOf(procedure.texts, this.lang, 'sheet.title') : '-',
      ])
    table.render()
    if (findings.some(({ procedure }) => !procedure)) this.exitCode = 1
  }
}
