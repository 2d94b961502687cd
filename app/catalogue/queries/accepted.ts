import { rowsOfTown, type TownTransaction } from '#tenancy/town_transaction'

/** The version of a procedure that a town takes filings on at this moment, asked of the database; null where it takes none. */
export const acceptedVersion = (municipalityId: string, slug: string): Promise<string | null> =>
  rowsOfTown<{ digest: string }>(
    municipalityId,
    `SELECT digest FROM town_procedures WHERE municipality_id = $1 AND slug = $2 AND state = 'accepting'`,
    [municipalityId, slug],
    'accepted_version'
  ).then(([row]) => row?.digest ?? null)

/** Those of these versions that the town takes filings on. None is withdrawn before the transaction ends. */
export async function heldVersions(
  trx: TownTransaction,
  versions: { slug: string; digest: string }[]
): Promise<Set<string>> {
  const rows = await trx.rows<{ digest: string }>(
    `SELECT digest FROM town_procedures
     WHERE municipality_id = $1 AND slug = ANY($2) AND digest = ANY($3) AND state = 'accepting' FOR SHARE`,
    [trx.municipalityId, versions.map(({ slug }) => slug), versions.map(({ digest }) => digest)],
    'held_versions'
  )
  return new Set(rows.map(({ digest }) => digest))
}

/** What a town has offered and offers in no version any more, by slug. */
export const withdrawnIn = (municipalityId: string): Promise<Set<string>> =>
  rowsOfTown<{ slug: string }>(
    municipalityId,
    `SELECT slug FROM town_procedures WHERE municipality_id = $1 GROUP BY slug HAVING NOT bool_or(state = 'accepting')`,
    [municipalityId],
    'withdrawn_in'
  ).then((rows) => new Set(rows.map(({ slug }) => slug)))
