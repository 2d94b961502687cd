import type { IncidentPage } from '#desk/domain/incidents_page'
import type { Plain } from '#desk/types'

/** Correcting what the process of a case knows, without moving it by hand. */
export interface CorrectionPage {
  case: { id: string; number: string; subject: string }
  procedure: string
  closed: boolean
  fields: IncidentPage['fields']
  /** Why it was not done, in words. */
  fault: string | null
  reason: string
  /** Where the case stood when this was looked at. */
  seen: string
  csrf: string
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/correction': Plain<CorrectionPage>
  }
}
