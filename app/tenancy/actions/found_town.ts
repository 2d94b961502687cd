import db from '@adonisjs/lucid/services/db'
import { uuidv7 } from '#core/ids'
import { CHAIN_START } from '#core/hash_chain'
import { tell } from '#core/link/link'
import { TOWNS_CHANGED } from '#tenancy/queries/towns'
import { inTown } from '#tenancy/town_transaction'
import type { Town } from '#tenancy/types'

/**
 * Founds a town: its row, its hosts, and the empty books and audit trail without which nothing can be
 * registered. Answers its id.
 */
export async function foundTown(town: Omit<Town, 'id'> & { id?: string }): Promise<string> {
  const id = town.id ?? uuidv7()
  await inTown(id, async (trx) => {
    await trx.rows(
      `INSERT INTO municipalities (id, slug, name, ine_code, directory_code, tax_number, population, time_zone,
         languages, demo, is_default, settings)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        id,
        town.slug,
        town.name,
        town.ineCode,
        town.directoryCode,
        town.taxNumber,
        town.population,
        town.timeZone,
        town.languages,
        town.demo,
        town.isDefault,
        JSON.stringify(town.settings),
      ]
    )
    for (const host of town.hosts)
      await trx.rows(`INSERT INTO municipality_hosts (host, municipality_id) VALUES ($1, $2)`, [host, id])
    for (const book of ['incoming', 'outgoing', 'resolutions'])
      await trx.rows(
        `INSERT INTO register_counters (municipality_id, book, year, head) VALUES ($1, $2, 0, $3)`,
        [id, book, CHAIN_START]
      )
    await trx.rows(`INSERT INTO audit_heads (municipality_id, head) VALUES ($1, $2)`, [id, CHAIN_START])
    trx.afterCommit(() => tell(TOWNS_CHANGED, id))
  })
  return id
}

/** Whether any town stands: the first start of an installation finds none. */
export const anyTown = async (): Promise<boolean> =>
  (await db.rawQuery('SELECT FROM municipalities LIMIT 1')).rows.length > 0
