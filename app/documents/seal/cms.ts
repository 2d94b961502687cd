import { createHash, sign, type KeyObject } from 'node:crypto'
import { fromBER } from 'asn1js'
import { Certificate } from 'pkijs'
import { CONTEXT_0, der, NULL, OCTET_STRING, oid, SEQUENCE, SET, smallInteger } from '#documents/seal/der'
import type { SealKey } from '#documents/seal/seal_key'

const OID = {
  data: '1.2.840.113549.1.7.1',
  signedData: '1.2.840.113549.1.7.2',
  contentType: '1.2.840.113549.1.9.3',
  messageDigest: '1.2.840.113549.1.9.4',
  signingCertificateV2: '1.2.840.113549.1.9.16.2.47',
  sha256: '2.16.840.1.101.3.4.2.1',
  ecdsaWithSha256: '1.2.840.10045.4.3.2',
  sha256WithRsa: '1.2.840.113549.1.1.11',
}

const SHA256 = der(SEQUENCE, oid(OID.sha256))

/** Signs a SHA-256 digest of detached content. */
export interface CmsSigner {
  /** The DER of a CMS SignedData as CAdES baseline B asks (ETSI EN 319 122-1). */
  sign(digest: Uint8Array): Buffer
  /** No signature of this signer is longer, in bytes. */
  maxLength: number
}

const attribute = (type: string, value: Uint8Array) => der(SEQUENCE, oid(type), der(SET, value))

/** Binds the very certificate into the signature: its hash, issuer and serial number (RFC 5035). */
function signingCertificateV2(raw: Uint8Array, issuer: Uint8Array, serial: Uint8Array): Buffer {
  const hash = der(OCTET_STRING, createHash('sha256').update(raw).digest())
  const directoryName = der(0xa4, issuer)
  const issuerSerial = der(SEQUENCE, der(SEQUENCE, directoryName), serial)
  return der(SEQUENCE, der(SEQUENCE, der(SEQUENCE, hash, issuerSerial)))
}

function names(raw: Buffer): { issuer: Buffer; serial: Buffer } {
  const certificate = new Certificate({ schema: fromBER(new Uint8Array(raw)).result })
  return {
    issuer: Buffer.from(certificate.issuer.toSchema().toBER()),
    serial: Buffer.from(certificate.serialNumber.toBER()),
  }
}

const CURVE_BYTES: Record<string, number> = { prime256v1: 32, secp384r1: 48, secp521r1: 66 }

/** Bytes of the longest signature of a key: ECDSA's are two DER integers, RSA's as long as the modulus. */
function longestSignature({ asymmetricKeyDetails: details }: KeyObject): number {
  if (details?.modulusLength) return details.modulusLength / 8
  return 2 * ((CURVE_BYTES[details?.namedCurve ?? ''] ?? 66) + 3) + 3
}

/**
 * A signer of many documents. Everything but the digest and the signature is encoded once, here; the private-key
 * operation is node:crypto's. There is no signing time among the attributes: in a PDF it stands in the
 * signature dictionary (ETSI EN 319 142-1).
 */
export function cmsSigner(seal: SealKey): CmsSigner {
  const { raw } = seal.certificate
  const { issuer, serial } = names(raw)
  const elliptic = seal.privateKey.asymmetricKeyType === 'ec'
  const algorithm = elliptic
    ? der(SEQUENCE, oid(OID.ecdsaWithSha256))
    : der(SEQUENCE, oid(OID.sha256WithRsa), NULL)

  const noDigest = Buffer.alloc(32)
  const attributes = der(
    SET,
    ...[
      attribute(OID.contentType, oid(OID.data)),
      attribute(OID.messageDigest, der(OCTET_STRING, noDigest)),
      attribute(OID.signingCertificateV2, signingCertificateV2(raw, issuer, serial)),
    ].sort(Buffer.compare) // DER: a SET OF stands in the order of its bytes
  )
  const digestAt = attributes.indexOf(der(OCTET_STRING, noDigest)) + 2

  const dataHead = Buffer.concat([
    smallInteger(1),
    der(SET, SHA256),
    der(SEQUENCE, oid(OID.data)),
    der(CONTEXT_0, raw, ...seal.chain.map((certificate) => certificate.raw)),
  ])
  const signerHead = Buffer.concat([smallInteger(1), der(SEQUENCE, issuer, serial), SHA256])
  const signedDataType = oid(OID.signedData)

  const assemble = (signedAttributes: Uint8Array, signature: Uint8Array) => {
    const signer = der(SEQUENCE, signerHead, signedAttributes, algorithm, der(OCTET_STRING, signature))
    return der(SEQUENCE, signedDataType, der(CONTEXT_0, der(SEQUENCE, dataHead, der(SET, signer))))
  }
  const longest = longestSignature(seal.privateKey)

  return {
    maxLength: assemble(attributes, Buffer.alloc(longest)).length,
    sign(digest) {
      const signed = Buffer.from(attributes)
      signed.set(digest, digestAt)
      const signature = sign('sha256', signed, seal.privateKey)
      signed[0] = CONTEXT_0 // inside a SignerInfo the set of attributes is [0] IMPLICIT
      return assemble(signed, signature)
    },
  }
}
