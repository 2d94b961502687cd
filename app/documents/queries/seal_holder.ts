import { X509Certificate } from 'node:crypto'
import { inTown } from '#tenancy/town_transaction'

/** Who the town's seal says that it is; null where it has none. */
export const sealHolder = (municipalityId: string): Promise<string | null> =>
  inTown(municipalityId, async (trx) => {
    const [row] = await trx.rows<{ certificate: string }>(
      `SELECT certificate FROM seals WHERE municipality_id = $1 AND active`,
      [municipalityId]
    )
    return row ? (/^CN=(.+)$/m.exec(new X509Certificate(row.certificate).subject)?.[1] ?? null) : null
  })
