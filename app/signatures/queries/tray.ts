import { officersOf } from '#identity/queries/officers'
import type { Officer } from '#identity/types'
import { maySign } from '#signatures/domain/may_sign'
import { currentStep } from '#signatures/domain/turn'
import { openCircuits } from '#signatures/queries/circuits'
import type { Circuit, SignatureStep } from '#signatures/types'

/** Who of a town may sign a step. */
export const signersOf = async (
  municipalityId: string,
  step: Pick<SignatureStep, 'position' | 'body' | 'unitId'>
): Promise<Officer[]> => (await officersOf(municipalityId)).filter((officer) => maySign(officer, step))

/** What waits for an officer to sign it, the oldest first. */
export const waitingFor = async (
  municipalityId: string,
  officer: Pick<Officer, 'roles' | 'holds' | 'unitIds'>
): Promise<Circuit[]> =>
  (await openCircuits(municipalityId)).filter((circuit) => {
    const step = currentStep(circuit)
    return step !== null && maySign(officer, step)
  })
