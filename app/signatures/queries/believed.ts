import type { X509Certificate } from 'node:crypto'
import { nameParts } from '#core/name_parts'
import { err, ok, type Result } from '#core/result'
import { checkSignatures, isFieldSigned } from '#documents/queries/signing'
import type { SigningOrder } from '#signatures/contract'

/** `altered`: more than a signature was added. `not_signed`: it isn't signed, or not there. `not_theirs`: by another. */
export type Disbelief = 'altered' | 'not_signed' | 'not_theirs' | 'not_valid_then'

/** A certificate names somebody, in whichever order it writes names: `ANDRES GISBERT REMEI - 12345678Z`. */
export function names({ subject }: Pick<X509Certificate, 'subject'>, name: string): boolean {
  const said = new Set(nameParts(subject))
  const parts = nameParts(name)
  return parts.length > 0 && parts.every((part) => said.has(part))
}

/** Whether a signer's answer is the document that was given, signed in that field by that officer, and nothing else. */
export function believed(
  { bytes, field, officer, signedAt }: Pick<SigningOrder, 'bytes' | 'field' | 'officer' | 'signedAt'>,
  answer: Buffer
): Result<X509Certificate, Disbelief> {
  if (!answer.subarray(0, bytes.length).equals(bytes)) return err('altered')
  const found = checkSignatures(answer)
  const last = found.at(-1)
  if (!last?.certificate || found.length !== field + 1 || !found.every(({ intact }) => intact))
    return err('not_signed')
  if (!last.whole) return err('altered')
  if (!isFieldSigned(answer, field)) return err('not_signed')
  const { validFromDate, validToDate } = last.certificate
  if (signedAt < validFromDate || signedAt > validToDate) return err('not_valid_then')
  return names(last.certificate, officer.name) ? ok(last.certificate) : err('not_theirs')
}
