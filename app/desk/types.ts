import type { CaseBeside, OpenPartLine } from '#desk/domain/case_beside'
import type { CaseMoney } from '#desk/domain/case_money'
import type { CircuitLine } from '#desk/domain/circuit'
import type { ProceduresPage, ValuePage, ValuesPage } from '#desk/domain/values_page'

/** What the server hands to the pages of the desk. Dates come ready to read; `iso` is for machines. */

export interface Moment {
  iso: string
  text: string
}

/** How near a legal date is: the tone is a colour, the words say the same. */
export interface Due {
  tone: 'late' | 'soon' | 'calm' | 'quiet'
  words: string
  day: Moment | null
  /** That the day may change, where the closed days of its year are not loaded. */
  note: string | null
}

export interface Option {
  value: string
  label: string
}

/** A case as a line of a list. */
export interface CaseLine {
  id: string
  number: string
  subject: string
  applicant: string
  procedure: string
  phase: string | null
  closed: boolean
  outcome: string | null
  unit: string | null
  assignee: string | null
  due: Due
  /** Its terms are halved (Law 39/2015, art. 33). */
  urgent: boolean
  /** What waits to be done, in words. */
  todo: string[]
  /** What of it the office does with its letters. */
  letters: string[]
  incident: boolean
}

export interface SignInPage {
  email: string
  returnTo: string
  /** Ready to read. */
  error: string | null
}

export interface InboxPage {
  views: { name: 'open' | 'mine' | 'soon' | 'overdue'; href: string; count: string; current: boolean }[]
  filter: { view: string; unit: string; procedure: string; phase: string }
  units: Option[]
  procedures: Option[]
  phases: (Option & { group: string })[]
  cases: CaseLine[]
  officers: Option[]
  /** Pages of the list; null where there is no such page. */
  next: string | null
  first: string | null
}

export interface SearchPage {
  question: string
  /** Null before anything was asked. */
  cases: CaseLine[] | null
  /** More were found than are shown. */
  more: boolean
}

export interface Fact {
  label: string
  lines: string[]
}

export interface CaseTask {
  id: string
  title: string
  role: string
  due: Due | null
  /** Whether whoever looks may answer it. */
  mine: boolean
  /** That a withdrawal waits to be seen to first, in words, and where. */
  withdrawn: { words: string; href: string } | null
}

export interface CaseDocumentLine {
  id: string
  name: string
  kind: string
  origin: string
  mediaType: string
  size: string | null
  digest: string | null
  code: string | null
  at: Moment
  scan: 'pending' | 'clean' | 'infected' | 'failed' | 'not_scanned' | null
  /** Null while nobody may have it. */
  href: string | null
  /** Where what it says is a page; null where there are only its bytes. */
  page: string | null
}

/** What happens by itself: its last day, and what there is to know of it. */
export interface ComingLine {
  title: string
  due: Due | null
  notes: string[]
}

export interface HistoryItem {
  id: string
  /** The house went on by itself: what came of it has a line of its own. */
  automatic: boolean
  at: Moment
  title: string
  details: string[]
  /** The other cases that it is about. */
  cases: { id: string; number: string }[]
  actor: string
  /** What made it, what decided, by which element and version; empty where no process did. */
  why: Fact[]
}

export interface CasePageProps {
  line: CaseLine
  /** Places with closed days of their own, and whether they count for its terms (Law 39/2015, art. 30.6). */
  seats: { slug: string; name: string; counts: boolean }[]
  /** Applicant, representative, dates: what the head of the case says. */
  facts: Fact[]
  tasks: CaseTask[]
  /** Whether the house itself is still doing the next step. */
  working: boolean
  /** What has been asked and answered, form by form. */
  answers: { title: string; rows: Fact[] }[]
  documents: CaseDocumentLine[]
  history: HistoryItem[]
  notes: { id: string; author: string; text: string; at: Moment }[]
  notifications: {
    id: string
    subject: string
    state: string
    words: string
    at: Moment
    until: Moment | null
    actedAt: Moment | null
    /** What was written down of its delivery on paper. */
    delivery: string[]
  }[]
  notices: { id: string; subject: string; recipient: string; state: string; words: string; at: Moment }[]
  /** What it costs and what was paid; null where it costs nothing. */
  money: CaseMoney | null
  coming: ComingLine[]
  /** What may be begun in it as people see fit. */
  parts: OpenPartLine[]
  beside: CaseBeside
  /** What people have had to sign in it, the newest first. */
  circuits: CircuitLine[]
  incidents: { id: string; words: string; element: string; open: boolean; at: Moment }[]
  /** Where an administrator may move it by hand. */
  modify: string | null
  may: { claim: boolean; assign: boolean; settle: boolean }
  /** Who and which unit has it now; empty when nobody. */
  assigned: { officer: string; unit: string }
  officers: Option[]
  units: Option[]
}

/** An interface as the open records that Inertia asks for. */
export type Plain<T> = T extends object ? { [K in keyof T]: Plain<T[K]> } : T

declare module '@adonisjs/inertia/types' {
  export interface InertiaPages {
    'desk/sign_in': Plain<SignInPage>
    'desk/inbox': Plain<InboxPage>
    'desk/search': Plain<SearchPage>
    'desk/case': Plain<CasePageProps>
    'desk/procedures': Plain<ProceduresPage>
    'desk/values': Plain<ValuesPage>
    'desk/value': Plain<ValuePage>
  }
}
