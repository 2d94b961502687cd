import type { Seat } from '#tenancy/types'
import { rowsOfTown } from '#tenancy/town_transaction'

/** The seats of a town beside its electronic office, by name. */
export const seatsOf = (municipalityId: string): Promise<Seat[]> =>
  rowsOfTown<Seat>(
    municipalityId,
    `SELECT id AS slug, name, region FROM seats WHERE municipality_id = $1 ORDER BY name ->> 'es', id`,
    [municipalityId],
    'seats_of'
  )
