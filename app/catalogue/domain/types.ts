import type { Diagnostic } from '#core/diagnostic'
import type { Term } from '#deadlines/index'
import type { CompiledTemplate } from '#documents/index'
import type { CompiledDecisions } from '#decisions/index'
import type { Graph } from '#engine/index'
import type { DatedValue, FeeSchedule } from '#fees/index'
import type { Scenario } from '#catalogue/domain/scenario'
import type { Seam } from '#catalogue/domain/seams/types'
import type { CompiledForm } from '#forms/index'
import type { Reminder } from '#catalogue/domain/reminders'

/** `procedure.json`: what the public should know before starting, and what the runtime obeys. */
export interface Sheet {
  slug: string
  version: string
  languages: string[]
  /** Code in the state inventory of procedures (SIA). */
  sia: string | null
  initiation: 'interested_party' | 'ex_officio'
  audience: ('natural_person' | 'legal_person' | 'representative')[]
  channels: ('electronic' | 'in_person' | 'phone')[]
  /** `none`: where the town allows it, nobody has to say who they are. */
  signInLevel: 'none' | 'low' | 'substantial' | 'high'
  representation: boolean
  /** ISO dates, both included. */
  window: { always: true } | { from: string; to: string }
  /** Maximum term to resolve and notify (Law 39/2015, art. 21). */
  term: Term | null
  silence: { effect: 'approves' | 'dismisses' | 'none' | 'by_matter'; article?: string }
  endsAdministrativeWay: boolean
  /** It takes what no other procedure is for. */
  catchAll?: boolean
  /** Courtesy notices before a last day, in the house's words. */
  reminders?: Reminder[]
  /** Complaints and suggestions are made with it (RD 203/2021, art. 11). */
  takesComplaints?: boolean
  appeals: { id: string; term: Term; article: string }[]
  legalBase: { id: string; articles?: string }[]
  evidence: { id: string; requirement: 'compulsory' | 'conditional' | 'voluntary'; obtainable: boolean }[]
  fee: 'fees.json' | null
  /** Seams: roles that each town binds to a unit and a body of its own. */
  unit: string
  body: string
  topics: string[]
  submissionForm: string
  process: string
  needs: string[]
}

/** One block of a document that the office issues; its words are text ids, its logic FEEL. */
export type TemplateBlock = { when?: string } & (
  | { heading: string }
  | { paragraph: string }
  | { facts: { label: string; value: string }[] }
  | { answers: string }
  | { list: string[] }
  | { numbered: string[] }
  | { table: { rows: string; columns: { label: string; value: string; share?: number }[] } }
  | { attachments: true }
  | { filings: true }
  | { fee: string }
  | { seal: true }
)

/** `documents/<id>.json`; `type` is the ENI documentary type. */
export interface DocumentTemplate {
  type: string
  /** Whose it is; without it a resolution is the body's and all else the unit's. */
  issuer?: 'body' | 'unit'
  /** No person decides it (Law 40/2015, art. 41). */
  automated?: boolean
  title: string
  blocks: TemplateBlock[]
}

/** `notices/<id>.json`: a courtesy e-mail, without legal effect. */
export interface NoticeTemplate {
  to: 'applicant' | 'unit'
  subject: string
  paragraphs: string[]
}

/** The words of one language, nested by id; a leaf is a text or a list of texts. */
export interface TextTree {
  [key: string]: string | string[] | TextTree
}

/** A process after reading, before compiling. */
export interface ProcessFile {
  file: string
  xml: string
}

/** A seam or a pack's name in each language. */
export interface Pack {
  name: string
  version: string
  publisher: string
  licence: string
  languages: string[]
  title: Record<string, string>
  needs: string[]
  seams: Record<'units' | 'bodies', { id: string; title: Record<string, string> }[]>
}

/** A procedure ready to run: plain JSON, immutable, known by the digest of its sources. */
export interface CompiledProcedure {
  digest: string
  slug: string
  sheet: Sheet
  forms: Record<string, CompiledForm>
  /** Null where it costs nothing. */
  fees: FeeSchedule | null
  /** The single values that a town fills in, and what is said of them: by the pack, or by the town that carries it. */
  seams: Seam[]
  values: Record<string, DatedValue[]>
  /** The digest of what its town has filled in; null as published. */
  valuesDigest: string | null
  graph: Graph
  /** Its decision models, by their files. */
  decisions: Record<string, CompiledDecisions>
  templates: Record<string, CompiledTemplate>
  notices: Record<string, NoticeTemplate>
  texts: Record<string, TextTree>
  scenarios: Record<string, Scenario>
  /** In the order the process can reach them. */
  phases: string[]
  outcomes: string[]
  warnings: Diagnostic[]
}
