import { createHash, createHmac, createSecretKey, randomBytes } from 'node:crypto'
import { canonical } from '#core/canonical_json'

/** What stands before the first link of a chain. */
export const CHAIN_START = '0'.repeat(64)

/** The fields of one link: ASCII text and integers only, so that SQL can build the same bytes. */
export type LinkRecord = Record<string, string | number>

const PLAIN_TEXT = /^[\x20-\x21\x23-\x5b\x5d-\x7e]*$/

/**
 * The SHA-256 (lower-case hexadecimal) of a link's RFC 8785 bytes.
 * Throws on text that JSON would have to escape and on numbers that are not safe integers.
 */
export function linkHash(record: LinkRecord): string {
  for (const [name, value] of Object.entries(record)) {
    const plain = typeof value === 'number' ? Number.isSafeInteger(value) : PLAIN_TEXT.test(value)
    if (!plain) throw new TypeError(`a link takes plain ASCII text and integers only: ${name}`)
  }
  return createHash('sha256').update(canonical(record), 'ascii').digest('hex')
}

/** A field of a link as PostgreSQL sees it: an expression of a text or of an integer type. */
export type SqlField = { text: string } | { integer: string }

/**
 * The PostgreSQL expression that gives the same text as `linkHash` for the same fields.
 * The fields' expressions must be NOT NULL and as plain as `linkHash` asks (checks of the table see to it).
 */
export function linkHashSql(fields: Record<string, SqlField>): string {
  const parts = Object.keys(fields)
    .sort()
    .map((name) => {
      const field = fields[name] as SqlField
      return 'text' in field
        ? `'"${name}":"' || (${field.text})::text || '"'`
        : `'"${name}":' || (${field.integer})::text`
    })
  return `encode(sha256(convert_to('{' || ${parts.join(` || ',' || `)} || '}', 'UTF8')), 'hex')`
}

/**
 * A recursive common table expression `name(ordinal, previous_hash, hash)` that links all rows of `rows`
 * (a relation whose column `ordinal` is 1..n) in one statement that begins `WITH RECURSIVE`.
 * `head` is a scalar expression of the hash before the first row; `fields` may speak of the row as `r`.
 */
export function chainSql(options: {
  name: string
  rows: string
  head: string
  fields: (previous: string) => Record<string, SqlField>
}): string {
  const { name, rows, head, fields } = options
  return `${name}(ordinal, previous_hash, hash) as (
  select r.ordinal, ${head}, ${linkHashSql(fields(head))}
  from ${rows} r where r.ordinal = 1
  union all
  select r.ordinal, p.hash, ${linkHashSql(fields('p.hash'))}
  from ${name} p join ${rows} r on r.ordinal = p.ordinal + 1
)`
}

/** The PostgreSQL expression of an instant with the microseconds that a JavaScript Date would drop: `2026-01-31T10:00:00.123456Z`. */
export const utcMicrosecondsSql = (instant: string): string =>
  `to_char((${instant}) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`

/** A fresh salt for one commitment: 128 bits in hexadecimal. */
export const newSalt = (): string => randomBytes(16).toString('hex')

/**
 * What a chain keeps of personal content: an HMAC-SHA256 over its RFC 8785 bytes, keyed by a salt that is kept
 * with the content. While both stand anybody can check them; once both are erased nothing can be guessed from
 * it (a bare hash of an identity number could be), and the chain still verifies.
 */
export const commitment = (content: unknown, salt: string): string =>
  // A key object: what it costs to find out that a buffer is none is ten times what is hashed.
  createHmac('sha256', createSecretKey(salt, 'hex')).update(canonical(content)).digest('hex')

const SALT = /^[0-9a-f]{32}$/

/** Whether content is what was committed to. A salt with anything else in it is another one, though its bytes may be the same. */
export const isCommitted = (kept: { content: unknown; salt: string; commitment: string }): boolean =>
  SALT.test(kept.salt) && commitment(kept.content, kept.salt) === kept.commitment
