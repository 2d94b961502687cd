import { createPrivateKey, X509Certificate, type KeyObject } from 'node:crypto'
import forge from 'node-forge'

/** A town's organ seal, parsed once and kept: the key signs, the certificates travel inside every signature. */
export interface SealKey {
  privateKey: KeyObject
  certificate: X509Certificate
  /** The certificates above it, nearest first; the root may be left out. */
  chain: X509Certificate[]
}

function sealKey(privateKey: KeyObject, certificates: X509Certificate[]): SealKey {
  const certificate = certificates.find((candidate) => candidate.checkPrivateKey(privateKey))
  if (!certificate) throw new Error('no certificate belongs to the key of the seal')
  return { privateKey, certificate, chain: certificates.filter((other) => other !== certificate) }
}

const PEM = /-----BEGIN CERTIFICATE-----[\s\S]+?-----END CERTIFICATE-----/g

/** A seal from PEM text: a PKCS#8 key (with its passphrase, if it has one) and the certificates in any order. */
export function sealFromPem(key: string, certificates: string, passphrase?: string): SealKey {
  const parsed = (certificates.match(PEM) ?? []).map((pem) => new X509Certificate(pem))
  return sealKey(createPrivateKey({ key, passphrase }), parsed)
}

const derOf = (asn1: forge.asn1.Asn1) => Buffer.from(forge.asn1.toDer(asn1).getBytes(), 'latin1')

/** A seal from a PKCS#12 file, as certification authorities deliver them. Throws on a wrong passphrase. */
export function sealFromPkcs12(bytes: Uint8Array, passphrase: string): SealKey {
  const store = forge.pkcs12.pkcs12FromAsn1(
    forge.asn1.fromDer(forge.util.createBuffer(Buffer.from(bytes).toString('latin1'))),
    passphrase
  )
  const bags = (type: string) => store.getBags({ bagType: type })[type] ?? []
  const [keyBag] = [
    ...bags(forge.pki.oids.pkcs8ShroudedKeyBag as string),
    ...bags(forge.pki.oids.keyBag as string),
  ]
  if (!keyBag) throw new Error('the PKCS#12 file holds no private key')
  // forge knows only RSA keys and leaves any other as raw ASN.1, which node:crypto reads.
  const key = keyBag.key ? forge.pki.wrapRsaPrivateKey(forge.pki.privateKeyToAsn1(keyBag.key)) : keyBag.asn1
  const certificates = bags(forge.pki.oids.certBag as string).map(
    (bag) => new X509Certificate(derOf(bag.cert ? forge.pki.certificateToAsn1(bag.cert) : bag.asn1))
  )
  return sealKey(createPrivateKey({ key: derOf(key), format: 'der', type: 'pkcs8' }), certificates)
}
