import type { Json } from '#core/json'
import type { FeelType } from '#expressions/index'
import type { Circumstances, CompiledField, Schema, Voice } from '#forms/types'

/** What a field is made of, with what its author may choose. */
export type FieldLike = Pick<CompiledField, 'kind' | 'schema' | 'options'>

/**
 * A field kind: all that the house knows about one sort of question, but for its markup
 * (`resources/js/forms/kinds/<name>.tsx`) and its texts (`resources/lang/<lang>/forms.json`).
 */
export interface Kind {
  name: string
  /** The JSON type an author writes. */
  type: 'string' | 'integer' | 'boolean' | 'array' | 'object'
  /** The keywords an author may write beside `kind`, `type` and `$anchor`, each with the schema of its value. */
  keywords?: Record<string, Schema>
  /** Keywords that an author can't leave out. */
  needs?: string[]
  /** How the field may be shown: the options of `ui.json`, each with the schema of its value. */
  options?: Record<string, Schema>
  /** What a condition sees. */
  feel: FeelType
  /** The whole rule: what ajv validates. `authored` holds only keywords declared above, and `type`. */
  rule(authored: Schema): Schema
  /**
   * Reads what a native post carries. `undefined` is "not answered"; what can't be read stays as it was
   * written, so that the page can show it again beside the complaint.
   */
  decode(posted: unknown, field: FieldLike): Json | undefined
  /** The answer that the law gives to some: they aren't asked, and it stands. */
  settled?(circumstances: Circumstances): Json | undefined
  /** False where the answer doesn't travel in the form's own post, as for files. */
  posted?: boolean
  /** Lines for people to read. `label(value)` is the text of an option. */
  read(value: Json, field: FieldLike, voice: Voice, label: (option: string) => string): string[]
  /** A value that the rule accepts, for previews, tests and documentation. */
  example(authored: Schema): Json
  /** The parts of an answer that is an object, in the order they are asked for. */
  parts?: readonly string[]
  /** The texts that this kind has under `forms.errors.<name>`. Whatever else fails says `invalid`. */
  errors: string[]
  /** Says more closely what is wrong with a value: the name of one of `errors`. */
  explain?(keyword: string, value: Json, part: string): string
}

const plain = (value: Json): Json =>
  typeof value === 'object' && value !== null ? JSON.stringify(value) : value

/** An answer that its kind can read, though it may be wrong: where a text belongs there is one, whatever was sent. */
function readable({ type }: Kind, value: Json): Json {
  if (type === 'array') return [value].flat().map(plain)
  if (type !== 'object' || typeof value !== 'object' || value === null) return plain(value)
  return Object.fromEntries(Object.entries(value).map(([part, inner]) => [part, plain(inner)]))
}

/** A kind that whatever strangers send can be shown to. */
export const defineKind = (kind: Kind): Kind => ({
  ...kind,
  read: (value, ...how) => kind.read(readable(kind, value), ...how),
  explain: kind.explain && ((keyword, value, part) => kind.explain!(keyword, readable(kind, value), part)),
})

/** A posted text without the space around it; `undefined` when there is none. */
export function written(posted: unknown): string | undefined {
  if (typeof posted !== 'string') return undefined
  const text = posted.trim()
  return text === '' ? undefined : text
}

/** A posted text made into the form that is kept; where nothing of it would be left, as it was written. */
export function tidied(posted: unknown, tidy: (text: string) => string): string | undefined {
  const text = written(posted)
  return text && (tidy(text) || text)
}
