import { townProcedure } from '#catalogue/queries/town_procedure'
import { VALUES_CHANGED } from '#catalogue/queries/town_values'
import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import type { CompiledProcedure } from '#catalogue/types'
import { inTown } from '#tenancy/town_transaction'

const KEPT_MS = 10_000

async function load(municipalityId: string): Promise<CompiledProcedure[]> {
  const rows = await inTown(municipalityId, (trx) =>
    trx.rows<{ digest: string }>(
      `SELECT digest FROM town_procedures WHERE municipality_id = $1 AND state = 'accepting' ORDER BY slug`,
      [municipalityId]
    )
  )
  return Promise.all(rows.map(({ digest }) => townProcedure(municipalityId, digest)))
}

const kept = new Kept(KEPT_MS, load)

/** The procedures that a town offers now. Kept for ten seconds a process, or until it is told otherwise. */
export const offered = (municipalityId: string): Promise<CompiledProcedure[]> => kept.of(municipalityId)

/** A town offers others now; told to every process. */
export const OFFERS_CHANGED = 'catalogue.offers_changed'

for (const change of [OFFERS_CHANGED, VALUES_CHANGED])
  hear(change, (municipalityId) => kept.forget(municipalityId))

export const offeredBySlug = async (
  municipalityId: string,
  slug: string
): Promise<CompiledProcedure | null> =>
  (await offered(municipalityId)).find((procedure) => procedure.slug === slug) ?? null
