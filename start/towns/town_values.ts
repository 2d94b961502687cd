import { basename } from 'node:path'
import { args, flags } from '@adonisjs/core/ace'
import { RecordValues } from '#catalogue/actions/record_values'
import { filledIn } from '#catalogue/queries/town_values'
import type { TownValues } from '#catalogue/types'
import type { Diagnostic } from '#core/diagnostic'
import { TownCommand } from '#start/towns/town_command'
import { readValuesFile } from '#start/towns/values_file'
import type { Town } from '#tenancy/types'

/** What a file says over what stands: what it doesn't name stays. */
const over = (standing: TownValues, given: TownValues): TownValues => ({
  ...standing,
  ...given,
  tables: { ...standing.tables, ...given.tables },
  values: { ...standing.values, ...given.values },
})

/** `node ace town:values <town> <file>`: what a town fills in of its procedures, from a file. */
export default class TownValuesCommand extends TownCommand {
  static override commandName = 'town:values'
  static override description = 'Write down the rates and values of a town from a file'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The file, as those in resources/towns/values' })
  declare file: string

  @flags.string({ description: 'Why what was used already is put right' })
  declare reason?: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const read = await readValuesFile(this.file)
    if (!read.ok) return this.#refuse(read.error)
    const { procedures, reason = this.reason ?? null } = read.value
    for (const [slug, values] of Object.entries(procedures)) await this.#record(town, slug, values, reason)
  }

  async #record(town: Town, slug: string, given: TownValues, reason: string | null) {
    const standing = (await filledIn(town.id)).get(slug)
    const recorded = await new RecordValues().execute({
      municipalityId: town.id,
      slug,
      values: over(standing?.contents ?? {}, given),
      before: standing?.digest ?? null,
      reason,
      at: new Date(),
    })
    const say = (id: string, params: object = {}) =>
      this.say(`tenancy.commands.values.${id}`, { slug, ...params })
    if (recorded.ok) {
      const changes = recorded.value.length
      return this.logger.success(say(changes > 0 ? 'saved' : 'same', { changes }))
    }
    if (recorded.error.code === 'invalid')
      return this.#refuse(
        recorded.error.diagnostics.map((one) => ({
          ...one,
          file: basename(this.file),
          pointer: `/procedures/${slug}${one.pointer}`,
        }))
      )
    return this.refuse(say(recorded.error.code, recorded.error))
  }

  #refuse = (found: Diagnostic[]) =>
    this.misfit(found, this.say('tenancy.commands.values.not_values', { file: this.file }))
}
