import { args, flags } from '@adonisjs/core/ace'
import { byCommand } from '#audit/types'
import { ChangeCalendar } from '#cases/actions/change_calendar'
import { beyondCalendar } from '#cases/queries/beyond_calendar'
import { ok } from '#core/result'
import { readCalendarFile, type YearOfFile } from '#start/towns/calendar_file'
import { TownCommand } from '#start/towns/town_command'
import { closedDays, isKnownRegion, regionOf } from '#tenancy/domain/closed_days'
import { OFFICE } from '#tenancy/domain/town_calendars'
import { daysOfYear, loadedYears } from '#tenancy/queries/calendar_year'
import { seatsOf } from '#tenancy/queries/seats'
import type { Town } from '#tenancy/types'

/** `node ace town:calendar <town> [year] [file]`: the closed days of a town, or of another seat of its. */
export default class TownCalendar extends TownCommand {
  static override commandName = 'town:calendar'
  static override description = 'List the closed days of a town, or load those of a year'

  @args.string({ description: 'The slug of the town' })
  declare town: string

  @args.string({ description: 'The year to load; what is loaded without it', required: false })
  declare year?: string

  @args.string({
    description: 'What was published (.json, .csv, .ics, .txt); the usual days without it',
    required: false,
  })
  declare file?: string

  @flags.string({ description: 'Another seat of the town than its electronic office' })
  declare seat?: string

  @flags.string({ description: 'Where it was published, if the file does not say it' })
  declare source?: string

  @flags.string({ description: 'Why days that have begun are another now' })
  declare reason?: string

  override async run() {
    const town = await this.named(this.town)
    if (!town) return
    const seats = await seatsOf(town.id)
    const seat = seats.find(({ slug }) => slug === this.seat)
    if (this.seat && !seat) {
      const there = seats.map(({ slug }) => slug).join(', ')
      return this.refuse(this.#tell('no_seat', { seat: this.seat, town: town.slug, there: there || '-' }))
    }
    if (!this.year) return this.list(town)
    if (!/^20\d\d$/.test(this.year)) return this.refuse(this.#tell('no_year', { year: this.year }))
    await this.load(town, Number(this.year), seat ? seat.region : regionOf(town.ineCode))
  }

  private async load(town: Town, year: number, region: string | null) {
    const now = await daysOfYear(town.id, year, this.seat)
    const read = this.file
      ? await readCalendarFile(this.file, { year, region, now })
      : ok<YearOfFile>({ days: closedDays([year], region), source: null, usual: true })
    if (!read.ok) return this.misfit(read.error, this.#tell('not_a_calendar', { file: this.file! }))
    const { days, usual, partial } = read.value
    const source = this.source ?? read.value.source ?? (this.file ? null : '')
    if (source === null) return this.refuse(this.#tell('no_source', { file: this.file! }))
    const changed = await new ChangeCalendar().execute({
      ...{
        municipalityId: town.id,
        seat: this.seat ?? OFFICE,
        year,
        days,
        source,
        partial,
        reason: this.reason,
      },
      actor: byCommand(TownCalendar.commandName),
      at: new Date(),
    })
    if (!changed.ok) return this.refuse(this.#tell(changed.error, { year }))
    this.logger.success(
      this.#tell('loaded', { town: town.name, year, days: days.length, ...pick(changed.value) })
    )
    if (!days.some(({ scope }) => scope === 'local')) this.logger.warning(this.#tell('no_local', { year }))
    if (usual && !isKnownRegion(region)) this.logger.warning(this.#tell('no_region', { year }))
    await this.warn(town)
  }

  private async list(town: Town) {
    for (const { year, source } of await loadedYears(town.id, this.seat)) {
      this.logger.log(this.#tell('year', { year, source: source || '-' }))
      for (const { day, scope, name } of await daysOfYear(town.id, year, this.seat))
        this.logger.log(`  ${day}  ${scope.padEnd(6)}  ${name.es}`)
    }
    await this.warn(town)
  }

  /** Terms that run through a year that is not loaded are counted by its weekends alone. */
  private async warn(town: Town) {
    for (const { seat, year, cases } of await beyondCalendar(town.id))
      this.logger.warning(
        this.#tell('beyond', {
          year: seat === OFFICE ? year : `${year} --seat=${seat}`,
          cases,
          town: town.slug,
        })
      )
  }

  #tell = (id: string, params: Record<string, string | number>) =>
    this.say(`tenancy.commands.calendar.${id}`, params)
}

const pick = ({ days, cases }: { days: number; cases: number }) => ({ changed: days, cases })
