import { officersOf } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { maySign } from '#signatures/domain/may_sign'
import { circuitsByIds } from '#signatures/queries/circuits'
import type { Circuit, SignatureStep } from '#signatures/types'
import { rowsOfTown } from '#tenancy/town_transaction'

type Turn = Pick<SignatureStep, 'requestId' | 'position' | 'body' | 'unitId'>
type Signer = Pick<Officer, 'roles' | 'holds' | 'unitIds'>

/** Who of a town may sign a step. */
export const signersOf = async (municipalityId: string, step: Omit<Turn, 'requestId'>): Promise<Officer[]> =>
  (await officersOf(municipalityId)).filter((officer) => maySign(officer, step))

/** Whose turn it is in each circuit that is open. */
const TURNS = `
  SELECT s.request_id AS "requestId", s.position, s.body, s.unit_id AS "unitId"
  FROM signature_requests r
  JOIN signature_steps s ON s.municipality_id = $1 AND s.request_id = r.id
    AND s.ordinal = (SELECT count(*) FROM signatures g WHERE g.municipality_id = $1 AND g.request_id = r.id)
  WHERE r.municipality_id = $1 AND r.state = 'open'`

const turnsOf = async (municipalityId: string, officer: Signer): Promise<Turn[]> => {
  const turns = await rowsOfTown<Turn>(municipalityId, TURNS, [municipalityId], 'signature_turns')
  return turns.filter((turn) => maySign(officer, turn))
}

/** How many documents wait for an officer to sign them. */
export const waitingCount = async (municipalityId: string, officer: Signer): Promise<number> =>
  (await turnsOf(municipalityId, officer)).length

/** What waits for an officer to sign it, the oldest first. */
export async function waitingFor(municipalityId: string, officer: Signer): Promise<Circuit[]> {
  const turns = await turnsOf(municipalityId, officer)
  return circuitsByIds(
    municipalityId,
    turns.map(({ requestId }) => requestId)
  )
}
