import { type Calendar, eitherClosed } from '#deadlines/index'

/** The seat of the electronic office itself, whose calendar counts for every term and alone for its registry (art. 31.2). */
export const OFFICE = ''

/** The calendars of a town: that of its electronic office, and those of other seats. */
export class TownCalendars {
  readonly #joined = new Map<string, Calendar>()

  constructor(
    readonly office: Calendar,
    private readonly seats: ReadonlyMap<string, Calendar> = new Map()
  ) {}

  /**
   * Of a term for which these seats count, too: a day that is closed at any of them is closed (Law 39/2015, art. 30.6). The
   * same seats give the same calendar, so that what was counted by it is remembered.
   */
  at(seats: readonly string[]): Calendar {
    const key = [...new Set(seats)].sort().join('+')
    const known = key === '' ? this.office : this.#joined.get(key)
    if (known) return known
    const others = key.split('+').flatMap((seat) => this.seats.get(seat) ?? [])
    const joined = others.reduce(eitherClosed, this.office)
    this.#joined.set(key, joined)
    return joined
  }
}
