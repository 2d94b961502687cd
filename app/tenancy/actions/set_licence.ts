import { tell } from '#core/link/link'
import { err, ok, type Result } from '#core/result'
import { TOWNS_CHANGED } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

const SET = `UPDATE municipalities SET settings = CASE WHEN $2::text IS NULL THEN settings - 'licence'
    ELSE jsonb_set(settings, '{licence}', to_jsonb($2::text)) END WHERE id = $1`

/** Names the licence under which a town's open data may be used again (Law 37/2007, arts. 4 and 9), by its address; null: none. */
export class SetLicence {
  async execute(municipalityId: string, licence: string | null): Promise<Result<null, 'no_address'>> {
    if (licence !== null && !isAddress(licence)) return err('no_address')
    await inTown(municipalityId, async (trx) => {
      await trx.rows(SET, [municipalityId, licence])
      trx.afterCommit(() => tell(TOWNS_CHANGED, municipalityId))
    })
    return ok(null)
  }
}

/** It goes into a header, too, within angle brackets. */
const isAddress = (text: string): boolean =>
  text.length <= 500 && /^https:\/\/[!#-;=?-~]+$/.test(text) && URL.canParse(text)
