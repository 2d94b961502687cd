import type { Json } from '#core/json'
import type { Expression, TypeEnvironment } from '#expressions/index'

/** What somebody answered, by field name. Absent means not answered; decimals and dates are strings. */
export type Answers = Record<string, Json>

/** Plain JSON Schema, or a part of one. */
export type Schema = { [keyword: string]: Json }

/** One question. `schema` is as its author wrote it, references filled in; `options` is how it is shown. */
export interface CompiledField {
  name: string
  kind: string
  /** The stable id (`$anchor`): what stays when a field is renamed between versions. */
  anchor: string
  page: string
  required: boolean
  schema: Schema
  options: Record<string, Json>
  /** Shown, validated and stored only while this is true. */
  visible: Expression | null
  /** Asked for while this is true, beside `required`. */
  requiredWhen: Expression | null
}

export interface CompiledPage {
  id: string
  fields: string[]
  visible: Expression | null
}

/** What must hold between answers. It complains at `field` when `holds` is false; null is no judgement. */
export interface CompiledRule {
  id: string
  field: string
  holds: Expression
}

/** A form made ready: plain JSON, to be kept by the digest of its sources. */
export interface CompiledForm {
  version: 1
  id: string
  pages: CompiledPage[]
  /** In the order of the pages. */
  fields: Record<string, CompiledField>
  rules: CompiledRule[]
  /** What conditions may speak of: the answers, and whatever else the caller named when compiling. */
  types: TypeEnvironment
  /** The validator: a CommonJS module made by ajv. Never run it from a store whose seal doesn't match. */
  code: string
}

/**
 * One thing to mend. `pointer` is a JSON pointer into the answers, `message` a text under `forms.errors`
 * (for a rule: the rule's own text). `params` fill the text.
 */
export interface Issue {
  name: string
  pointer: string
  keyword: string
  params: Record<string, string | number>
  message: string
}

/** What conditions know beside the answers: further values (a task's: what the process knows, as `variables`), and the time for `today()`. */
export interface Circumstances {
  values?: Record<string, Json>
  /** An ISO instant. */
  now?: string
  timeZone?: string
  /** Who answers must deal with the administration by electronic means (Law 39/2015, art. 14.2). */
  obliged?: boolean
}

/** Finds a text of the procedure by its id, as `forms.submission.fields.email.label`. */
export type TextLookup = (id: string) => string | undefined

/** Finds a text of the house by its key, as `forms.errors.email.required`, and fills it. */
export type Translate = (key: string, params?: Record<string, string | number>) => string

/** A file that was uploaded: answers hold its `id` only. */
export interface UploadedFile {
  id: string
  name: string
  /** In bytes. */
  size: number
  state: 'pending' | 'clean' | 'infected' | 'failed' | 'not_scanned'
}

/** The language that a form speaks, and where its words are. */
export interface Voice {
  lang: string
  texts: TextLookup
  t: Translate
  /** The files that the answers speak of, by id. */
  files?: Record<string, UploadedFile>
}
