import { err, ok, type Result } from '#core/result'
import { tell } from '#core/link/link'
import { hostName } from '#tenancy/domain/host_name'
import { TOWNS_CHANGED } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'

/** Gives a town one more address. Of two towns that want the same, the second is refused. */
export class AddHost {
  async execute(municipalityId: string, text: string): Promise<Result<string, 'no_host' | 'taken'>> {
    const host = hostName(text)
    if (!host) return err('no_host')
    return inTown(municipalityId, async (trx) => {
      await trx.rows(
        `INSERT INTO municipality_hosts (host, municipality_id) VALUES ($1, $2) ON CONFLICT DO NOTHING`,
        [host, municipalityId]
      )
      const [owned] = await trx.rows(
        `SELECT host FROM municipality_hosts WHERE host = $1 AND municipality_id = $2`,
        [host, municipalityId]
      )
      trx.afterCommit(() => tell(TOWNS_CHANGED, municipalityId))
      return owned ? ok(host) : err('taken')
    })
  }
}
