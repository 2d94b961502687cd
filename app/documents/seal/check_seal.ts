import { createHash, verify, X509Certificate } from 'node:crypto'
import { fromBER, type ObjectIdentifier, type OctetString } from 'asn1js'
import { Certificate, ContentInfo, IssuerAndSerialNumber, SignedData } from 'pkijs'

/** What a signature in a PDF says when asked. */
export interface SealCheck {
  /** The bytes it covers are the bytes that were signed, by the key of the certificate inside. */
  intact: boolean
  /** Nothing stands in the file that it does not cover. */
  whole: boolean
  /** Who signed; null when the signature cannot be read at all. */
  certificate: X509Certificate | null
}

const UNREADABLE: SealCheck = { intact: false, whole: false, certificate: null }
const RANGE = /\/ByteRange \[0 (\d+) (\d+) (\d+)\]/g

/**
 * Checks every signature of a PDF with node:crypto, in the order they were made. Whether a certificate is trusted, and was
 * valid then, is another question: this one is whether the document has been touched.
 */
export const checkSignatures = (pdf: Buffer): SealCheck[] =>
  [...pdf.toString('latin1').matchAll(RANGE)].map(([, ...range]) => checkRange(pdf, range.map(Number)))

/** The last signature of a PDF: the seal of the town. */
export const checkSeal = (pdf: Buffer): SealCheck => checkSignatures(pdf).at(-1) ?? UNREADABLE

function checkRange(pdf: Buffer, [open = 0, close = 0, tail = 0]: number[]): SealCheck {
  if (!(open > 0 && close > open && close + tail <= pdf.length)) return UNREADABLE
  const digest = createHash('sha256')
    .update(pdf.subarray(0, open))
    .update(pdf.subarray(close, close + tail))
    .digest()
  try {
    return {
      ...checkCms(Buffer.from(pdf.toString('latin1', open + 1, close - 1), 'hex'), digest),
      whole: close + tail === pdf.length,
    }
  } catch {
    return UNREADABLE
  }
}

function checkCms(cms: Buffer, digest: Buffer): Omit<SealCheck, 'whole'> {
  const { result } = fromBER(new Uint8Array(cms))
  const signed = new SignedData({ schema: new ContentInfo({ schema: result }).content })
  const [signer] = signed.signerInfos
  if (!signer?.signedAttrs || !(signer.sid instanceof IssuerAndSerialNumber))
    throw new Error('not our kind of signature')
  const serial = Buffer.from(signer.sid.serialNumber.valueBlock.valueHexView)
  const found = signed.certificates?.find(
    (candidate): candidate is Certificate =>
      candidate instanceof Certificate &&
      serial.equals(Buffer.from(candidate.serialNumber.valueBlock.valueHexView))
  )
  if (!found) throw new Error('the signature does not carry its certificate')
  const certificate = new X509Certificate(Buffer.from(found.toSchema().toBER()))
  const attribute = signer.signedAttrs.attributes.find(({ type }) => type === '1.2.840.113549.1.9.4')
  const said = attribute?.values[0] as OctetString | undefined
  const data = signed.encapContentInfo.eContentType as string | ObjectIdentifier
  const intact =
    data === '1.2.840.113549.1.7.1' &&
    said !== undefined &&
    digest.equals(Buffer.from(said.valueBlock.valueHexView)) &&
    verify(
      'sha256',
      Buffer.from(signer.signedAttrs.encodedValue),
      certificate.publicKey,
      Buffer.from(signer.signature.valueBlock.valueHexView)
    )
  return { intact, certificate }
}
