import { err, ok, type Result } from '#core/result'
import { tell } from '#core/link/link'
import { TOWNS_CHANGED } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** Takes an address away from a town; another town's is as unknown as one that nobody has. */
export class RemoveHost {
  async execute(municipalityId: string, host: string): Promise<Result<string, 'unknown'>> {
    const name = host.trim().toLowerCase()
    return inTown(municipalityId, async (trx) => {
      const removed = await trx.rows(
        `DELETE FROM municipality_hosts WHERE host = $1 AND municipality_id = $2 RETURNING host`,
        [name, municipalityId]
      )
      trx.afterCommit(() => tell(TOWNS_CHANGED, municipalityId))
      return removed.length > 0 ? ok(name) : err('unknown')
    })
  }
}
