import type { Expression } from '#expressions/index'

/** The documentary type of a resolution, in the national scheme. */
export const RESOLUTION = 'TD01'

/** Where a value comes from: a path into the context, or an expression. */
export type ValueSource = { path: string[] } | { expression: Expression }

/** A fact; `as` names the question that its value answers, and reads it: `{ form, field }`. */
export interface FactSource {
  label: string
  value: ValueSource
  as?: { form: string; field: string }
}

export type CompiledBlock = { when: Expression | null } & (
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'facts'; facts: FactSource[] }
  | { kind: 'answers'; form: string }
  | { kind: 'list'; texts: string[]; numbered?: true }
  | { kind: 'table'; rows: ValueSource; columns: { label: string; value: string; share: number }[] }
  | { kind: 'attachments' }
  | { kind: 'filings' }
  | { kind: 'fee'; assessment: Expression }
  | { kind: 'seal' }
)

/** A template ready to render: plain JSON, made once when a procedure is published. */
export interface CompiledTemplate {
  id: string
  type: string
  /** Whose it is: the body that resolves, or the unit that handles. */
  issuer: 'body' | 'unit'
  /** No person decides it: the body answers for it, and nobody is named (Law 40/2015, art. 41). */
  automated: boolean
  /** Id of the text of the title. */
  title: string
  blocks: CompiledBlock[]
}

/** The only names a template can speak of. */
export const ROOTS = [
  'town',
  'body',
  'case',
  'entry',
  'applicant',
  'representative',
  'answers',
  'filings',
  'variables',
  'sheet',
  'today',
  'document',
] as const
