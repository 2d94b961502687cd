import { createHash, type Hash } from 'node:crypto'
import type { CmsSigner } from '#documents/seal/cms'

/** What the signature dictionary says of itself. */
export interface SignatureFacts {
  /** The organ that seals. */
  name: string
  /** ISO instant. */
  signedAt: string
  reason: string
}

/** A PDF text string: plain ASCII as it is, anything else as UTF-16. */
export function pdfText(text: string): string {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`
  return `<feff${Buffer.from(text, 'utf16le').swap16().toString('hex')}>`
}

/** `D:20261122093211Z` */
export const pdfDate = (instant: string): string =>
  `(D:${new Date(instant).toISOString().slice(0, 19).replace(/[-:T]/g, '')}Z)`

const RANGE_PLACE = '[0 0000000000 0000000000 0000000000]'
const BEFORE_RANGE = '/ByteRange '
const BEFORE_CONTENTS = ' /Contents <'

/** The signature dictionary with room for the byte range and for `room` bytes of CMS (PAdES: ETSI EN 319 142-1). */
export const signatureObject = (facts: SignatureFacts, room: number): string =>
  `<< /Type /Sig /Filter /Adobe.PPKLite /SubFilter /ETSI.CAdES.detached ${BEFORE_RANGE}${RANGE_PLACE}${BEFORE_CONTENTS}${'0'.repeat(room * 2)}> /M ${pdfDate(facts.signedAt)} /Name ${pdfText(facts.name)} /Reason ${pdfText(facts.reason)} >>`

/** A file about to be signed: its bytes so far as a running hash, for templates whose hash is kept. */
export interface Unsigned {
  length: number
  hash: Hash
}

export const unsigned = (bytes: Uint8Array): Unsigned => ({
  length: bytes.length,
  hash: createHash('sha256').update(bytes),
})

/**
 * Signs a file and its update in place: everything but the hexadecimal of the signature itself is covered.
 * `start` is where the signature's object begins in `delta`.
 */
export function signUpdate(base: Unsigned, delta: Buffer, start: number, signer: CmsSigner): void {
  const range = delta.indexOf(BEFORE_RANGE, start, 'latin1') + BEFORE_RANGE.length
  const open = range + RANGE_PLACE.length + BEFORE_CONTENTS.length - 1
  const close = open + 2 + signer.maxLength * 2
  const tail = delta.length - close
  const ten = (n: number) => String(n).padStart(10, '0')
  delta.write(`[0 ${ten(base.length + open)} ${ten(base.length + close)} ${ten(tail)}]`, range, 'latin1')
  const digest = base.hash.copy().update(delta.subarray(0, open)).update(delta.subarray(close)).digest()
  delta.write(signer.sign(digest).toString('hex'), open + 1, 'latin1')
}
