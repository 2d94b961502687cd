import { basename } from 'node:path'
import { args, flags } from '@adonisjs/core/ace'
import { RecordValues } from '#catalogue/actions/record_values'
import { filledIn } from '#catalogue/queries/town_values'
import type { TownValues } from '#catalogue/types'
import type { Diagnostic } from '#core/diagnostic'
import { pointerTo } from '#core/json'
import { TownCommand } from '#start/towns/town_command'
import { readValuesFile } from '#start/towns/values_file'
import { inTown } from '#tenancy/town_transaction'
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
    try {
      const said = await inTown(town.id, () => this.#recordAll(town, procedures, reason))
      for (const line of said) this.logger.success(line)
    } catch (error) {
      if (!(error instanceof NothingWritten)) throw error
      for (const line of error.refusals) this.refuse(line)
      this.#refuse(error.faults)
    }
  }

  /** All of the file or nothing of it. Answers what to say once it stands. */
  async #recordAll(town: Town, procedures: Record<string, TownValues>, reason: string | null) {
    const [said, refusals, faults]: [string[], string[], Diagnostic[]] = [[], [], []]
    for (const [slug, given] of Object.entries(procedures)) {
      const recorded = await this.#record(town, slug, given, reason)
      const say = (id: string, params: object = {}) =>
        this.say(`tenancy.commands.values.${id}`, { slug, ...params })
      if (recorded.ok) {
        const changes = recorded.value.length
        said.push(say(changes > 0 ? 'saved' : 'same', { changes }))
        continue
      }
      const place = { file: basename(this.file), pointer: pointerTo('procedures', slug) }
      if (recorded.error.code === 'invalid')
        faults.push(
          ...recorded.error.diagnostics.map((one) => ({
            ...one,
            file: place.file,
            pointer: place.pointer + one.pointer,
          }))
        )
      else refusals.push(`${place.file}#${place.pointer} ${say(recorded.error.code, recorded.error)}`)
      // Somebody wrote at the same time: that ends the transaction, and nothing more can be asked in it.
      if (recorded.error.code === 'changed') break
    }
    if (refusals.length + faults.length > 0) throw new NothingWritten(refusals, faults)
    return said
  }

  async #record(town: Town, slug: string, given: TownValues, reason: string | null) {
    const standing = (await filledIn(town.id)).get(slug)
    return new RecordValues().execute({
      municipalityId: town.id,
      slug,
      values: over(standing?.contents ?? {}, given),
      before: standing?.digest ?? null,
      reason,
      at: new Date(),
    })
  }

  #refuse = (found: Diagnostic[]) =>
    this.misfit(found, this.say('tenancy.commands.values.not_values', { file: this.file }))
}

/** Rolls back what had been written of a file of which something can't be. */
class NothingWritten extends Error {
  constructor(
    readonly refusals: string[],
    readonly faults: Diagnostic[]
  ) {
    super('nothing was written')
  }
}
