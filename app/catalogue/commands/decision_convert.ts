import { writeFile } from 'node:fs/promises'
import { args, flags } from '@adonisjs/core/ace'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { readModel } from '#catalogue/queries/read_model'
import { writeDmn } from '#decisions/index'

/** `node ace decision:convert <file>`: a model of DMN as JSON, one of JSON as DMN 1.3. */
export default class DecisionConvert extends DecisionCommand {
  static override commandName = 'decision:convert'
  static override description = 'Turn a decision model from DMN into JSON, or back'

  @args.string({ description: 'A file of DMN, or a model as JSON' })
  declare file: string

  @flags.string({ description: 'The file to write; without it, it is printed' })
  declare to?: string

  override async run() {
    const read = await readModel(this.file)
    if (!read.ok) return this.tell(read.error)
    this.tell(read.value.warnings)
    const { model } = read.value
    const text = this.file.endsWith('.json')
      ? await writeDmn(model)
      : `${JSON.stringify({ $schema: '/schemas/decision.json', ...model }, null, 2)}\n`
    if (this.to) await writeFile(this.to, text)
    else this.logger.log(text.trimEnd())
  }
}
