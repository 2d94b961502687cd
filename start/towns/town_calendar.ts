import { args, flags } from '@adonisjs/core/ace'
import { SYSTEM } from '#audit/types'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { readJsonFile } from '#catalogue/queries/read_json_file'
import { ok } from '#core/result'
import { TownCommand } from '#start/towns/town_command'
import { closedDays, isKnownRegion, regionOf, type ClosedDay } from '#tenancy/domain/closed_days'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import type { Town } from '#tenancy/types'

/** What a bulletin publishes of a year (`resources/schemas/calendar.json`). */
interface CalendarFile {
  source: string
  region?: string
  complete?: boolean
  closedDays: ClosedDay[]
}

/** `node ace town:calendar <town> [year] [file]`: the closed days of a town. */
export default class TownCalendar extends TownCommand {
  static override commandName = 'town:calendar'
  static override description = 'List the closed days of a town, or load those of a year'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The year to load; what is loaded without it', required: false })
  declare year?: string

  @args.string({
    description: 'What was published; the usual days of the state and the region without it',
    required: false,
  })
  declare file?: string

  @flags.string({ description: 'Why days that have begun are another now' })
  declare reason?: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    if (!this.year) return this.list(town)
    if (!/^20\d\d$/.test(this.year)) return this.refuse(this.#tell('no_year', { year: this.year }))
    const read = this.file ? await readJsonFile<CalendarFile>(this.file, 'calendar') : ok(null)
    if (!read.ok) return this.misfit(read.error, this.#tell('not_a_calendar', { file: this.file! }))
    await this.load(town, Number(this.year), read.value)
  }

  private async load(town: Town, year: number, file: CalendarFile | null) {
    const region = file?.region ?? regionOf(town.ineCode)
    const given = file?.closedDays ?? []
    const days = file?.complete
      ? closedDays([year], region, given, 'given')
      : closedDays([year], region, given)
    const source = file?.source ?? `ES${isKnownRegion(region) ? `, ${region}` : ''}`
    const changed = await new ChangeCalendar().execute({
      ...{ municipalityId: town.id, year, days, source, reason: this.reason },
      actor: SYSTEM,
      at: new Date(),
    })
    if (!changed.ok) return this.refuse(this.#tell(changed.error, { year }))
    this.logger.success(
      this.#tell('loaded', { town: town.name, year, days: days.length, ...pick(changed.value) })
    )
    if (!days.some(({ scope }) => scope === 'local')) this.logger.warning(this.#tell('no_local', { year }))
    if (!file?.complete && !isKnownRegion(region)) this.logger.warning(this.#tell('no_region', { year }))
    await this.warn(town)
  }

  private async list(town: Town) {
    for (const { year, source } of await loadedYears(town.id)) {
      this.logger.log(this.#tell('year', { year, source: source || '-' }))
      for (const { day, scope, name } of await daysOfYear(town.id, year))
        this.logger.log(`  ${day}  ${scope.padEnd(6)}  ${name.es}`)
    }
    await this.warn(town)
  }

  /** Terms that end in a year that is not loaded are counted by its weekends alone. */
  private async warn(town: Town) {
    for (const { year, cases } of await beyondCalendar(town.id))
      this.logger.warning(this.#tell('beyond', { year, cases, town: town.slug }))
  }

  #tell = (id: string, params: Record<string, string | number>) =>
    this.say(`tenancy.commands.calendar.${id}`, params)
}

const pick = ({ days, cases }: { days: number; cases: number }) => ({ changed: days, cases })
