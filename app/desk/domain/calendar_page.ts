import type { Moment, Plain } from '#desk/types'

/** The closed days of one year, to be seen and changed by whoever administers the town. */
export interface CalendarPage {
  year: number
  years: { year: number; href: string; loaded: boolean; current: boolean }[]
  loaded: boolean
  /** Where they were published; ready to read. */
  source: string
  days: { day: Moment; weekday: string; name: string; scope: string; local: boolean; begun: boolean }[]
  /** Years in which open terms end, and that nobody has loaded; in words. */
  beyond: { year: number; words: string; href: string }[]
  languages: { code: 'es' | 'ca' | 'en'; name: string }[]
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/calendar': Plain<CalendarPage>
  }
}
