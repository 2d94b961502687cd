import { writeFile } from 'node:fs/promises'
import { args, flags } from '@adonisjs/core/ace'
import { DecisionCommand } from '#catalogue/commands/decision_command'
import { modelApart } from '#catalogue/apart/model_apart'
import { problem } from '#core/diagnostic'

/** `node ace decision:convert <file>`: a model of DMN as JSON, one of JSON as DMN 1.3. */
export default class DecisionConvert extends DecisionCommand {
  static override commandName = 'decision:convert'
  static override description = 'Turn a decision model from DMN into JSON, or back'

  @args.string({ description: 'A file of DMN, or a model as JSON' })
  declare file: string

  @flags.string({ description: 'The file to write; without it, it is printed' })
  declare to?: string

  override async run() {
    const converted = await modelApart('convert', this.file)
    if (!converted.ok) return this.tell(converted.error)
    const { text, warnings } = converted.value
    this.tell(warnings)
    if (!this.to) return this.logger.log(text.trimEnd())
    const written = await writeFile(this.to, text).then(
      () => true,
      () => false
    )
    if (!written) this.tell([problem('FILE_NOT_WRITTEN', { file: `--to=${this.to}` })])
  }
}
