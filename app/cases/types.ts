import type { Json } from '#core/json'
import type { JobRow } from '#core/jobs/types'
import type { Pause, Term } from '#deadlines/index'
import type { Graph, State } from '#engine/index'

export type { Actor } from '#audit/types'

/** Who asks, as frozen into the case when it was opened; with no person, identifier and name where nobody said. */
export interface CaseApplicant {
  personId: string | null
  identifier: string | null
  name: string | null
  email?: string | null
  phone?: string | null
  representative?: { identifier: string; name: string } | null
  /** Where they are notified on paper; null or absent for those notified in their folder. */
  postalAddress?: Json | null
}

/** What opens a case: a frozen version, its graph and its term. */
export interface CaseProcedure {
  slug: string
  digest: string
  graph: Graph
  /** The longest time to resolve and notify; null where the law gives none. */
  term: Term | null
}

/** The row of a case file, as it is opened. Dates are `YYYY-MM-DD` in the town's calendar, instants ISO. */
export interface CaseRow {
  id: string
  slug: string
  digest: string
  /** Null where it was opened ex officio (Law 39/2015, art. 58), as is the entry. */
  filing_id: string | null
  entry_id: string | null
  person_id: string | null
  applicant: CaseApplicant
  subject: string
  language: string
  unit_id: string | null
  state: 'open' | 'closed'
  phase: string | null
  outcome: string | null
  workflow: State
  opened_at: string
  /** From where the administration's own term counts: the day the filing takes effect (art. 31.2). */
  counts_from: string
  due_on: string | null
  /** Whose closed days count beside the electronic office's (art. 30.6). */
  seats: string[]
  closed_at: string | null
  updated_at: string
}

export interface TaskRow {
  id: string
  case_id: string
  key: string
  element: string
  form: string | null
  role: string
  opened_at: string
  due_on: string | null
  /** What its form begins with. */
  initial_answers: Record<string, Json> | null
}

export interface SubscriptionRow {
  id: string
  case_id: string
  key: string
  /** A message reaches one case, a signal all that listen; `message` is the name of either. */
  kind: 'message' | 'signal'
  message: string
  correlation: string
  since: string
}

/** A message on its way to whichever case of the town waits for it, by its name and what it is about. */
export interface MessageRow {
  id: string
  /** The sender's own id of it: what is sent again under the same one is the same message. */
  key: string
  name: string
  correlation: string
  payload: Json
  /** A case (`case`), or whoever sent it from outside. */
  sender_kind: string
  sender_id: string
  sent_at: string
  expires_at: string
}

/** Why a case was opened without a filing; `key` is what opened it, which opens one case only. */
export interface OpeningRow {
  case_id: string
  number: string
  cause: 'call' | 'message' | 'signal' | 'timer'
  key: string
  parent_id: string | null
  parent_key: string | null
  opened_at: string
}

export interface IncidentRow {
  id: string
  case_id: string | null
  job_id: string | null
  key: string
  element: string
  code: string
  detail: string
  opened_at: string
}

/** One line of a case's history. `public` lines are shown to the interested party, too. */
export interface CaseEventRow {
  id: string
  case_id: string
  at: string
  kind: string
  actor_kind: string
  actor_id: string
  public: boolean
  data: Record<string, Json>
}

/** What one step of the engine asks the database to hold, as rows. */
export interface Consequences {
  tasks: TaskRow[]
  jobs: JobRow[]
  subscriptions: SubscriptionRow[]
  messages: MessageRow[]
  incidents: IncidentRow[]
  event: CaseEventRow
  /** What nobody in the case hears: it is for the one that called it. */
  escalated: string[]
}

/** A case as it will be opened: everything but what the registrar's lock decides. */
export interface CasePlan extends Consequences {
  caseFile: CaseRow
}

/** The part of a timer that lets its date be counted again. */
export interface TimerInput {
  element: string
  term: Term | null
  date: string | null
  /** Where the term counts from: a date, or an instant. */
  from: string
  lastDay: string | null
  /** Stops while the term of the case is suspended (Law 39/2015, art. 22). */
  suspends: boolean
  /** Its term is halved (art. 33). */
  urgent?: true
  /** The date is the last day of a term, and in it. */
  through?: true
  /** What was granted on top (arts. 23 and 32), if anything was. */
  extension?: Term
}

/** The term of a case: what it is, from where it counts, when it stood still, and what it was extended by. */
export interface CaseTerm {
  term: Term | null
  countsFrom: string
  pauses: Pause[]
  extension?: Term | null
}

/** What of a sheet binds the office towards whoever is interested, by the digest of the version that it is of. */
export type Law = Partial<Record<'term' | 'silence' | 'fee', string>> & {
  /** Since which instant its terms are halved (Law 39/2015, art. 33). */
  urgent?: string
}
