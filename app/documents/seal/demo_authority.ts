import * as asn1js from 'asn1js'
import { BasicConstraints, Certificate, Extension, RelativeDistinguishedNames } from 'pkijs'

/** A certificate with its private key, both as PEM. */
export interface IssuedCertificate {
  certificate: string
  privateKey: string
}

const CURVE = { name: 'ECDSA', namedCurve: 'P-256' }
const YEAR_MS = 365.25 * 24 * 3_600_000

const OID = {
  country: '2.5.4.6',
  organisation: '2.5.4.10',
  organisationId: '2.5.4.97',
  serial: '2.5.4.5',
  unit: '2.5.4.11',
  title: '2.5.4.12',
  name: '2.5.4.3',
}
type Subject = Partial<Record<keyof typeof OID, string>>

const pem = (label: string, bytes: ArrayBuffer) =>
  `-----BEGIN ${label}-----\n${(
    Buffer.from(bytes)
      .toString('base64')
      .match(/.{1,64}/g) ?? []
  ).join('\n')}\n-----END ${label}-----\n`

function distinguishedName(subject: Subject): RelativeDistinguishedNames {
  const names = (Object.entries(subject) as [keyof typeof OID, string][]).map(([field, value]) => {
    const Text = field === 'country' || field === 'serial' ? asn1js.PrintableString : asn1js.Utf8String
    const pair = [new asn1js.ObjectIdentifier({ value: OID[field] }), new Text({ value })]
    return new asn1js.Set({ value: [new asn1js.Sequence({ value: pair })] })
  })
  // pkijs would put all into one set; a name that was read from bytes keeps one set for each part.
  const bytes = new asn1js.Sequence({ value: names }).toBER()
  return new RelativeDistinguishedNames({ schema: asn1js.fromBER(bytes).result })
}

const extension = (extnID: string, critical: boolean, value: asn1js.BaseBlock) =>
  new Extension({ extnID, critical, extnValue: value.toBER() })

/** Bits of a KeyUsage, most significant first: 0 digitalSignature, 1 contentCommitment, 5 keyCertSign, 6 cRLSign. */
function keyUsage(bits: number[]): Extension {
  const byte = bits.reduce((sum, bit) => sum | (0x80 >> bit), 0)
  const unusedBits = 7 - Math.max(...bits)
  return extension(
    '2.5.29.15',
    true,
    new asn1js.BitString({ valueHex: new Uint8Array([byte]).buffer, unusedBits })
  )
}

const policy = (id: string) =>
  extension(
    '2.5.29.32',
    false,
    new asn1js.Sequence({
      value: [new asn1js.Sequence({ value: [new asn1js.ObjectIdentifier({ value: id })] })],
    })
  )

async function issue(options: {
  subject: Subject
  issuer: Subject
  issuerKey: CryptoKey | null
  now: Date
  years: number
  extensions: Extension[]
}): Promise<IssuedCertificate> {
  const keys = await crypto.subtle.generateKey(CURVE, true, ['sign', 'verify'])
  const certificate = new Certificate()
  certificate.version = 2
  const serial = crypto.getRandomValues(new Uint8Array(16))
  serial[0] = ((serial[0] as number) & 0x3f) | 0x40 // positive and of full length
  certificate.serialNumber = new asn1js.Integer({ valueHex: serial.buffer })
  certificate.subject = distinguishedName(options.subject)
  certificate.issuer = distinguishedName(options.issuer)
  certificate.notBefore.value = new Date(options.now.getTime() - 3_600_000)
  certificate.notAfter.value = new Date(options.now.getTime() + options.years * YEAR_MS)
  certificate.extensions = options.extensions
  await certificate.subjectPublicKeyInfo.importKey(keys.publicKey)
  await certificate.sign(options.issuerKey ?? keys.privateKey, 'SHA-256')
  return {
    certificate: pem('CERTIFICATE', certificate.toSchema().toBER()),
    privateKey: pem('PRIVATE KEY', await crypto.subtle.exportKey('pkcs8', keys.privateKey)),
  }
}

const AUTHORITY: Subject = {
  country: 'ES',
  organisation: 'Finestra',
  name: 'Finestra Demo CA - no legal value',
}

/** A certificate authority for demonstration towns. Its name says that it is worth nothing in law. */
export const createDemoAuthority = (now: Date): Promise<IssuedCertificate> =>
  issue({
    subject: AUTHORITY,
    issuer: AUTHORITY,
    issuerKey: null,
    now,
    years: 20,
    extensions: [
      new Extension({
        extnID: '2.5.29.19',
        critical: true,
        extnValue: new BasicConstraints({ cA: true, pathLenConstraint: 0 }).toSchema().toBER(),
      }),
      keyUsage([5, 6]),
    ],
  })

/** Policy of the Spanish administration for an organ seal of medium level. */
const ORGAN_SEAL = '2.16.724.1.3.5.6.2'

const keyFromPem = (text: string) =>
  crypto.subtle.importKey(
    'pkcs8',
    Buffer.from(text.replace(/-----[^-]+-----|\s/g, ''), 'base64'),
    CURVE,
    false,
    ['sign']
  )

interface Entity {
  name: string
  nif: string
}

/** Signs for a demonstration town, by the policy of what it signs as, with a fresh P-256 key. */
const issueFor = async (
  authority: IssuedCertificate,
  { name, nif }: Entity,
  signer: { subject: Subject; policy: string },
  now: Date
): Promise<IssuedCertificate> =>
  issue({
    subject: { country: 'ES', organisation: name, organisationId: `VATES-${nif}`, ...signer.subject },
    issuer: AUTHORITY,
    issuerKey: await keyFromPem(authority.privateKey),
    now,
    years: 4,
    extensions: [keyUsage([0, 1]), policy(signer.policy)],
  })

/** The organ seal of a demonstration town (Law 40/2015, art. 40). */
export const issueDemoSeal = (
  authority: IssuedCertificate,
  town: Entity,
  now: Date
): Promise<IssuedCertificate> => {
  const name = `SELLO ELECTRONICO DE ${town.name.toUpperCase()} (DEMO)`
  return issueFor(authority, town, { subject: { serial: town.nif, name }, policy: ORGAN_SEAL }, now)
}

/** Policy of the Spanish administration for a public employee's certificate of medium level. */
const PUBLIC_EMPLOYEE = '2.16.724.1.3.5.7.2'

/** A certificate of somebody who signs for a demonstration town (Law 40/2015, art. 43). */
export const issueDemoEmployee = (
  authority: IssuedCertificate,
  town: Entity,
  { name, position }: { name: string; position: string },
  now: Date
): Promise<IssuedCertificate> => {
  const unit = 'CERTIFICADO ELECTRONICO DE EMPLEADO PUBLICO (DEMO)'
  const subject = { unit, title: position, name: name.toUpperCase() }
  return issueFor(authority, town, { subject, policy: PUBLIC_EMPLOYEE }, now)
}
