import type { CircuitLine } from '#desk/domain/circuit'
import type { Moment, Plain } from '#desk/types'

export const TRAYS = ['waiting', 'signed', 'refused'] as const
export type Tray = (typeof TRAYS)[number]

/** A document in an officer's tray. */
export interface TrayLine {
  id: string
  title: string
  href: string
  case: { number: string; subject: string; href: string | null }
  /** As which office, and why. */
  office: string
  at: Moment
  words: string
  state: string
  /** What is signed when it is chosen; null while they have not opened it. */
  chosen: string | null
}

export interface SignaturesPage {
  trays: { name: string; href: string; current: boolean }[]
  tray: Tray
  lines: TrayLine[]
  next: string | null
  first: string | null
}

/** A document to be read, and signed or not. */
export interface SignaturePage {
  title: string
  id: string
  case: TrayLine['case'] & { applicant: string }
  /** What it says as it stands: markup of our own. */
  html: string
  pdf: string
  /** The digest of what is shown: that is signed, or nothing. */
  read: string
  circuit: CircuitLine
  drafter: string | null
  /** As which office they would sign, and why; null where it is not their turn. */
  asks: { office: string; reason: string } | null
  /** Whether all have signed it, and it is a document. */
  signed: boolean
}

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/signatures': Plain<SignaturesPage>
    'desk/signature': Plain<SignaturePage>
  }
}
