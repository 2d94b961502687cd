import { randomBytes, type X509Certificate } from 'node:crypto'
import encryption from '@adonisjs/core/services/encryption'
import { appendAudit } from '#audit/actions/append_audit'
import { SYSTEM, type Actor } from '#audit/types'
import { uuidv7 } from '#core/ids'
import { tell } from '#core/link/link'
import { err, ok, type Result } from '#core/result'
import { SEAL_BOUND } from '#documents/queries/seal'
import { cmsSigner } from '#documents/seal/cms'
import { sealFromPkcs12, type SealKey } from '#documents/seal/seal_key'
import { inTown } from '#tenancy/town_transaction'

/** Why a file can't be the seal of a town; each has its text in `tenancy.commands.seal.<fault>`. */
export type SealFault = 'unreadable' | 'unfit' | 'not_valid_now' | 'of_another'

/**
 * Binds an organ seal (Law 40/2015, art. 40: its certificate names the body and its tax number) to a town, in the place of
 * the one before, which is kept. The key is stored encrypted; the file is not stored.
 */
export class BindSeal {
  async execute(
    town: { id: string; taxNumber: string | null },
    { file, passphrase, at }: { file: Uint8Array; passphrase: string; at: Date },
    by: Actor = SYSTEM
  ): Promise<Result<X509Certificate, SealFault>> {
    const seal = this.read(file, passphrase)
    if (!seal) return err('unreadable')
    const { certificate } = seal
    if (!this.signs(seal)) return err('unfit')
    if (at < certificate.validFromDate || at > certificate.validToDate) return err('not_valid_now')
    if (town.taxNumber && !certificate.subject.includes(town.taxNumber)) return err('of_another')
    await writeSeal(
      town.id,
      {
        certificate: certificate.toString(),
        chain: seal.chain.map(String).join(''),
        privateKey: seal.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
      },
      by
    )
    return ok(certificate)
  }

  private read(file: Uint8Array, passphrase: string): SealKey | null {
    try {
      return sealFromPkcs12(file, passphrase)
    } catch {
      return null
    }
  }

  /** A kind of key that we can't sign with is told now, not at the first receipt. */
  private signs(seal: SealKey): boolean {
    try {
      return cmsSigner(seal).sign(randomBytes(32)).length > 0
    } catch {
      return false
    }
  }
}

/** Puts a seal in the place of the one before. All is PEM. */
export async function writeSeal(
  municipalityId: string,
  { certificate, chain, privateKey }: { certificate: string; chain: string; privateKey: string },
  by: Actor = SYSTEM
): Promise<void> {
  const id = uuidv7()
  await inTown(municipalityId, async (trx) => {
    await trx.rows(`UPDATE seals SET active = false WHERE municipality_id = $1 AND active`, [municipalityId])
    await trx.rows(
      `INSERT INTO seals (municipality_id, id, certificate, chain, private_key) VALUES ($1, $2, $3, $4, $5)`,
      [municipalityId, id, certificate, chain, encryption.encrypt(privateKey)]
    )
    await appendAudit(trx, [{ actor: by, action: 'documents.seal_bound', subject: { kind: 'seal', id } }])
    trx.afterCommit(() => tell(SEAL_BOUND, municipalityId))
  })
}
