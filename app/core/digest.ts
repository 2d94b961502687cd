import { createHash } from 'node:crypto'
import { canonical } from '#core/canonical_json'

/** SHA-256 in lower-case hexadecimal. Text is hashed as UTF-8. */
export const sha256Hex = (content: Uint8Array | string): string =>
  createHash('sha256').update(content).digest('hex')

/** The digest of plain data, over its RFC 8785 bytes. */
export const digestOf = (value: unknown): string => sha256Hex(canonical(value))
