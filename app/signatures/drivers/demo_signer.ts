import { X509Certificate } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { ok } from '#core/result'
import {
  cmsSigner,
  createDemoAuthority,
  issueDemoEmployee,
  sealFromPem,
  signField,
  type IssuedCertificate,
} from '#documents/queries/signing'
import type { Signer, SigningOrder } from '#signatures/contract'
import { inTown, type TownTransaction } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

const AUTHORITY = `SELECT certificate, private_key AS "privateKey" FROM demo_authorities WHERE municipality_id = $1`
const FOUND_AUTHORITY = `INSERT INTO demo_authorities (municipality_id, certificate, private_key) VALUES ($1, $2, $3)
  ON CONFLICT DO NOTHING`
const CERTIFICATE = `SELECT certificate, private_key AS "privateKey" FROM demo_certificates
  WHERE municipality_id = $1 AND officer_id = $2 AND subject = $3`
const KEEP_CERTIFICATE = `INSERT INTO demo_certificates (municipality_id, officer_id, subject, certificate, private_key)
  VALUES ($1, $2, $3, $4, $5) ON CONFLICT (municipality_id, officer_id)
  DO UPDATE SET subject = $3, certificate = $4, private_key = $5`

const opened = ([row]: IssuedCertificate[]): IssuedCertificate | null =>
  row ? { ...row, privateKey: encryption.decrypt<string>(row.privateKey) ?? '' } : null

const validAt = (certificate: string, at: Date) => {
  const { validFromDate, validToDate } = new X509Certificate(certificate)
  return at >= validFromDate && at <= validToDate
}

/**
 * Signs for whoever asks, with a certificate of theirs by an authority that says of itself that it has no legal value. For
 * towns that are marked demo, and for no other.
 */
export class DemoSigner implements Signer {
  readonly name = 'demo'

  available = ({ demo }: { demo: boolean }) => demo

  async sign(town: Town, { officer, bytes, field, reason, signedAt, lines }: SigningOrder) {
    const { own, authority } = await inTown(town.id, async (trx) => {
      const issuer = await this.#authority(trx, signedAt)
      return { authority: issuer, own: await this.#certificate(trx, issuer, town, officer, signedAt) }
    })
    const key = sealFromPem(own.privateKey, own.certificate + authority.certificate)
    const facts = { name: officer.name, signedAt: signedAt.toISOString(), reason }
    return ok(signField(bytes, field, cmsSigner(key), facts, lines))
  }

  async #authority(trx: TownTransaction, at: Date): Promise<IssuedCertificate> {
    const of = [trx.municipalityId]
    const kept = opened(await trx.rows<IssuedCertificate>(AUTHORITY, of))
    if (kept) return kept
    const { certificate, privateKey } = await createDemoAuthority(at)
    await trx.rows(FOUND_AUTHORITY, [...of, certificate, encryption.encrypt(privateKey)])
    // Whoever was first is the authority.
    return opened(await trx.rows<IssuedCertificate>(AUTHORITY, of))!
  }

  async #certificate(
    trx: TownTransaction,
    authority: IssuedCertificate,
    town: Town,
    { id, name, position }: SigningOrder['officer'],
    at: Date
  ): Promise<IssuedCertificate> {
    const of = [trx.municipalityId, id, `${name}, ${position}`]
    const kept = opened(await trx.rows<IssuedCertificate>(CERTIFICATE, of))
    if (kept && validAt(kept.certificate, at)) return kept
    const holder = { name: town.name, nif: town.taxNumber ?? '' }
    const own = await issueDemoEmployee(authority, holder, { name, position }, at)
    await trx.rows(KEEP_CERTIFICATE, [...of, own.certificate, encryption.encrypt(own.privateKey)])
    return own
  }
}
