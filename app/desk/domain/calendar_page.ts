import type { ListedDay } from '#deadlines/index'
import type { Moment, Option, Plain } from '#desk/types'

/** The closed days of one year at one seat, to be seen and changed by whoever administers the town. */
export interface CalendarPage {
  year: number
  years: { year: number; href: string; loaded: boolean; current: boolean }[]
  loaded: boolean
  /** Where they were published; ready to read. */
  source: string
  /** `mine`: whether it is taken away here; what others set changes with what they publish. */
  days: {
    day: Moment
    weekday: string
    name: string
    scope: string
    /** By whom, when and by what a day was added that is not of what was published of its year. */
    byHand: string | null
    mine: boolean
    begun: boolean
  }[]
  /** None of the town's own two is there. */
  noLocal: boolean
  /** The next year, where it begins soon and is not loaded (Law 39/2015, art. 30.7); else null. */
  unpublished: { year: number; href: string } | null
  /** Years through which open terms run, and that nobody has loaded; in words. */
  beyond: { words: string; href: string | null; to: string }[]
  /** As it is kept, to hold what was published against it; and the usual days, by which those of others are known. */
  current: ListedDay[]
  usual: ListedDay[]
  /** The seat that is looked at, the electronic office being ''; and all there are. */
  seat: string
  seats: { seat: string; name: string; href: string; current: boolean }[]
  /** Bodies and units, and where each sits. */
  offices: { of: 'bodies' | 'units'; id: string; name: string; seat: string }[]
  regions: Option[]
  nameLanguages: { code: 'es' | 'ca' | 'en'; name: string }[]
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/calendar': Plain<CalendarPage>
  }
}
