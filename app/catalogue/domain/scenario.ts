import type { Json } from '#core/json'
import type { DatedValue, TownTables } from '#fees/index'
import type { ReminderOf } from '#catalogue/domain/reminders'

export type Step =
  /** `refused`: the fields at which these answers must be refused; the task stays open. */
  | {
      task: string
      by: 'citizen' | 'case_handler' | 'technician' | 'resolver'
      with: Record<string, Json>
      refused?: string[]
    }
  /** `correlation`: of what another case sends, the text it carries; `of`: the template of the document whose notification was practised; `refused`: it comes once all is decided. */
  | {
      message: string
      by?: 'citizen'
      of?: string
      correlation?: string
      payload?: Record<string, Json>
      refused?: true
    }
  | { advance: string }
  | { term: string }
  | { fails: string; times: number }
  /** The next time that this activity is asked for, it answers with an error: nobody tries again. */
  | { refuses: string; code: string }
  | { retry: string }
  /** A case that was called ends: so, and with these variables; or by these steps of its own procedure. */
  | { call: string; outcome: string | null; gives?: Record<string, Json> }
  | { call: string; steps: Step[] }
  /** Thrown by another case of the town. */
  | { signal: string; payload?: Record<string, Json> }
  /** In an ad-hoc part, one of its steps begins; or the part is closed. */
  | { choose: string }
  | { close: string }
  /** Whoever does a task reports it, by a code; or the case that a call opened ends by it, or escalates it. */
  | { error: string; code: string }
  | { escalation: string; code: string }
  | { variables: Record<string, Json> }

/** What a register or another administration says when it is asked; `data` as it gives them. */
export interface Reply {
  outcome: 'found' | 'not_found' | 'several' | 'refused' | 'unavailable'
  data?: Record<string, Json>
}

/** What a golden case must lead to; `path` is every element entered, in order. */
export interface Expectation {
  outcome: string | null
  phase: string | null
  path: string[]
  documents: string[]
  entries: ('incoming' | 'outgoing')[]
  notifications: number
  incidents?: number
  /** What is to be paid, with two decimals; null where nothing is asked for. */
  fee?: string | null
  /** What is given back, with two decimals; null where nothing is. */
  givenBack?: string | null
  /** Of what somebody is reminded, in order; not looked at where it isn't said. */
  reminders?: ReminderOf[]
}

/** `scenarios/<id>.json`: what is filed and done, and where it must lead. */
export interface Scenario {
  title: Record<string, string>
  /** ISO instant of the submission. */
  at: string
  /** Closed days that only this case knows, as ISO dates, and what the town has filled in: rates in the tables left open to it, single values. */
  town?: { holidays?: string[]; fees?: TownTables; values?: Record<string, DatedValue[]> }
  /** Null where it is filed anonymously. */
  applicant: Record<string, Json> | null
  representative?: Record<string, Json>
  answers: Record<string, Json>
  /** Nobody files: it begins by this start event, with these variables. */
  begins?: { element: string; variables?: Record<string, Json> }
  /** What others answer when the process asks them, one after the other; the last one from then on. */
  replies?: Reply[]
  steps: Step[]
  expect: Expectation
}
