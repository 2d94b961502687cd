import { X509Certificate } from 'node:crypto'
import { inTown } from '#tenancy/town_transaction'

/** The certificate of the town's seal, as PEM; null where it has none. */
export const sealCertificate = (municipalityId: string): Promise<string | null> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<{ certificate: string }>(
      `SELECT certificate FROM seals WHERE municipality_id = $1 AND active`,
      [municipalityId]
    )
    return row?.certificate ?? null
  })

/** Who the town's seal says that it is; null where it has none. */
export async function sealHolder(municipalityId: string): Promise<string | null> {
  const certificate = await sealCertificate(municipalityId)
  return certificate ? (/^CN=(.+)$/m.exec(new X509Certificate(certificate).subject)?.[1] ?? null) : null
}
