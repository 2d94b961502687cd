import { CASES_CHANGED } from '#cases/events'
import { Kept } from '#core/kept'
import { hear } from '#core/link/link'
import { inTown } from '#tenancy/town_transaction'

/** The newest line of the history of any case of a town: it rises with whatever happens. Empty where nothing has. */
export const pulse = (municipalityId: string): Promise<string> =>
  inTown(municipalityId, async (trx) => {
    const [newest] = await trx.rows<{ id: string }>(
      `SELECT id FROM case_events WHERE municipality_id = $1 ORDER BY id DESC LIMIT 1`,
      [municipalityId],
      'pulse'
    )
    return newest?.id ?? ''
  })

const KEPT_MS = 5_000
const kept = new Kept(KEPT_MS, pulse)

hear(CASES_CHANGED, (municipalityId) => kept.forget(municipalityId))

/** The same for whoever asks every few seconds: kept for five seconds a process, or until it is told otherwise. */
export const lastPulse = (municipalityId: string): Promise<string> => kept.of(municipalityId)
