import { CASES_CHANGED } from '#cases/events'
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
const kept = new Map<string, { at: number; pulse: Promise<string> }>()

hear(CASES_CHANGED, (municipalityId) => (municipalityId ? kept.delete(municipalityId) : kept.clear()))

/** The same for whoever asks every few seconds: kept for five seconds a process, or until it is told otherwise. */
export function lastPulse(municipalityId: string): Promise<string> {
  const held = kept.get(municipalityId)
  if (held && Date.now() - held.at < KEPT_MS) return held.pulse
  const asked = pulse(municipalityId)
  kept.set(municipalityId, { at: Date.now(), pulse: asked })
  asked.catch(() => kept.delete(municipalityId))
  return asked
}
