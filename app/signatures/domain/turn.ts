import type { Officer } from '#identity/types'
import { maySign } from '#signatures/domain/may_sign'
import type { Circuit, RequestState, SignatureStep } from '#signatures/types'

/** Whose turn it is; null where the circuit has ended. */
export const currentStep = ({ request, steps, signatures }: Circuit): SignatureStep | null =>
  request.state === 'open' ? (steps[signatures.length] ?? null) : null

/** The digest of the document as it stands. */
export const digestSoFar = ({ request, signatures }: Circuit): string =>
  signatures.at(-1)?.sha256 ?? request.sha256

/** `moved_on`: somebody signed in the meantime, and it is no longer what was read. `drafter`: the town wants another. */
export type TurnRefusal =
  { code: 'ended'; state: Exclude<RequestState, 'open'> } | { code: 'not_yours' | 'moved_on' | 'drafter' }

/** Why somebody can't act on a circuit now, or null. `read` is the digest of what they have read. */
export function turnRefusal(
  circuit: Circuit,
  officer: Pick<Officer, 'id' | 'roles' | 'holds' | 'unitIds'>,
  { read, draftersMaySign }: { read: string; draftersMaySign: boolean }
): TurnRefusal | null {
  const { request } = circuit
  if (request.state !== 'open') return { code: 'ended', state: request.state }
  if (read !== digestSoFar(circuit)) return { code: 'moved_on' }
  const step = currentStep(circuit)
  if (!step || !maySign(officer, step)) return { code: 'not_yours' }
  if (!draftersMaySign && officer.id === request.draftedBy) return { code: 'drafter' }
  return null
}
