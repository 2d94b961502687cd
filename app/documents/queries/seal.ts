import encryption from '@adonisjs/core/services/encryption'
import { hear } from '#core/link/link'
import { Kept } from '#core/kept'
import { cmsSigner, type CmsSigner } from '#documents/seal/cms'
import { sealFromPem } from '#documents/seal/seal_key'
import { inTown } from '#tenancy/town_transaction'

const KEPT_MS = 300_000

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

const signers = new Kept(KEPT_MS, load)

/** A town was given another seal; told to every process. */
export const SEAL_BOUND = 'documents.seal_bound'

hear(SEAL_BOUND, (about) => signers.forget(about))

/** The signer of a town's organ seal (Law 40/2015, art. 42.a). Parsed once, kept for five minutes. */
export const sealOf = (municipalityId: string): Promise<CmsSigner> => signers.of(municipalityId)
