import encryption from '@adonisjs/core/services/encryption'
import { cmsSigner, type CmsSigner } from '#documents/seal/cms'
import { sealFromPem } from '#documents/seal/seal_key'
import { inTown } from '#tenancy/town_transaction'

const KEPT_MS = 300_000
const kept = new Map<string, { at: number; signer: Promise<CmsSigner> }>()

async function load(municipalityId: string): Promise<CmsSigner> {
  const [row] = await inTown(municipalityId, (trx) =>
    trx.rows<{ certificate: string; chain: string; privateKey: string }>(
      `SELECT certificate, chain, private_key AS "privateKey" FROM seals WHERE municipality_id = $1 AND active`,
      [municipalityId]
    )
  )
  const key = row && encryption.decrypt<string>(row.privateKey)
  if (!row || !key)
    throw new Error('the municipality has no electronic seal, or its key was encrypted by another APP_KEY')
  return cmsSigner(sealFromPem(key, row.certificate + row.chain))
}

/** The signer of a town's organ seal (Law 40/2015, art. 42.a). Parsed once, kept for five minutes. */
export function sealOf(municipalityId: string): Promise<CmsSigner> {
  const held = kept.get(municipalityId)
  if (held && Date.now() - held.at < KEPT_MS) return held.signer
  const signer = load(municipalityId)
  kept.set(municipalityId, { at: Date.now(), signer })
  signer.catch(() => kept.delete(municipalityId))
  return signer
}
