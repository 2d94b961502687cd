import type { Due, Moment, Option, Plain } from '#desk/types'

/** Notifications on paper that wait to be posted or recorded. */
export interface LettersPage {
  letters: {
    id: string
    subject: string
    addressee: string
    address: string[]
    case: { id: string; number: string }
    /** Where the document to print is. */
    document: string
    at: Moment
    /** The last day to post it. */
    due: Due
    /** The first day of a silence: what it decided may not be notified any more. */
    silent: Moment | null
    /** When its addressee opened it in the folder: it counts from then, and need not be posted any more. */
    opened: Moment | null
    /** The attempts after which it came back; it waits to be published. Null while it is on its way. */
    returned: string[] | null
  }[]
  results: Option[]
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/letters': Plain<LettersPage>
  }
}
