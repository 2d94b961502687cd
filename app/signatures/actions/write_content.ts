import { uuidv7 } from '#core/ids'
import type { TownTransaction } from '#tenancy/town_transaction'

const WRITE = `
  INSERT INTO signature_contents (municipality_id, id, request_id, ordinal, content) VALUES ($1, $2, $3, $4, $5)`

/** Keeps bytes of a document that is being signed: its draft (0), or what a signature added. */
export async function writeContent(
  trx: TownTransaction,
  { requestId, ordinal, content, at }: { requestId: string; ordinal: number; content: Buffer; at: Date }
): Promise<void> {
  await trx.rows(WRITE, [trx.municipalityId, uuidv7(at.getTime()), requestId, ordinal, content])
}
