import { officersOf } from '#identity/queries/officers'
import { maySign } from '#signatures/domain/may_sign'
import type { SignatureStep } from '#signatures/types'
import { rowsOfTown } from '#tenancy/town_transaction'

type Step = Pick<SignatureStep, 'requestId' | 'position' | 'body' | 'unitId'>

/** What is still to be signed, the steps behind the next one included. */
const TO_SIGN = `
  SELECT s.request_id AS "requestId", s.position, s.body, s.unit_id AS "unitId"
  FROM signature_requests r JOIN signature_steps s ON s.municipality_id = $1 AND s.request_id = r.id
  WHERE r.municipality_id = $1 AND r.state = 'open'
    AND NOT EXISTS (SELECT FROM signatures g WHERE g.municipality_id = $1 AND g.step_id = s.id)`

/** How many documents would wait for a signature that nobody could give without this officer. */
export async function waitsForAlone(municipalityId: string, officerId: string): Promise<number> {
  const [steps, officers] = await Promise.all([
    rowsOfTown<Step>(municipalityId, TO_SIGN, [municipalityId], 'steps_to_sign'),
    officersOf(municipalityId),
  ])
  const alone = steps.filter((step) => {
    const who = officers.filter((officer) => maySign(officer, step))
    return who.length > 0 && who.every(({ id }) => id === officerId)
  })
  return new Set(alone.map(({ requestId }) => requestId)).size
}
