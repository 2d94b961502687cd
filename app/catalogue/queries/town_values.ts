import type { TownValues } from '#catalogue/domain/seams/types'
import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import { rowsOfTown } from '#tenancy/town_transaction'

const KEPT_MS = 10_000

/** What a town has filled in of a procedure, as it stands. */
export interface FilledIn {
  slug: string
  sequence: number
  digest: string
  contents: TownValues
}

/** A town has filled in something else; told to every process. */
export const VALUES_CHANGED = 'catalogue.values_changed'

const LATEST = `SELECT DISTINCT ON (slug) slug, sequence, digest, contents FROM town_values
  WHERE municipality_id = $1 ORDER BY slug, sequence DESC`

/** All that a town has filled in, asked of the database: by procedure. */
export const filledIn = async (municipalityId: string): Promise<Map<string, FilledIn>> => {
  const rows = await rowsOfTown<FilledIn>(municipalityId, LATEST, [municipalityId], 'town_values')
  return new Map(rows.map((row) => [row.slug, row]))
}

const kept = new Kept(KEPT_MS, filledIn)

hear(VALUES_CHANGED, (municipalityId) => kept.forget(municipalityId))

/** The same, kept for ten seconds a process, or until it is told otherwise. */
export const valuesOf = (municipalityId: string): Promise<Map<string, FilledIn>> => kept.of(municipalityId)

/** What stood when a case was filed, known by its digest; null where nothing did. */
export const valuesByDigest = (municipalityId: string, digest: string): Promise<TownValues | null> =>
  rowsOfTown<{ contents: TownValues }>(
    municipalityId,
    `SELECT contents FROM town_values WHERE municipality_id = $1 AND digest = $2 LIMIT 1`,
    [municipalityId, digest],
    'values_by_digest'
  ).then(([row]) => row?.contents ?? null)
