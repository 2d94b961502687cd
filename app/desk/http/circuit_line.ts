import type { Speech } from '#desk/http/speech'
import type { CircuitLine, CircuitStep } from '#desk/domain/circuit'
import { standingOf } from '#signatures/queries/standing'
import type { Circuit } from '#signatures/types'

/** Why a document came back, in the words of whoever refused. */
export const refusalWords = ({ refusal }: Circuit, { t }: Speech): string | null =>
  refusal &&
  t('desk.signatures.refusedBy', { who: `${refusal.name}, ${refusal.position}`, reason: refusal.reason })

/** Where a document stands among those who have to sign it. */
export async function circuitLine(
  municipalityId: string,
  circuit: Circuit,
  speech: Speech
): Promise<CircuitLine> {
  const { request, signatures, refusal } = circuit
  const { t, moment } = speech
  const { who } = await standingOf(municipalityId, circuit)
  const said = (name: string, position: string, at: Date) => `${name}, ${position} · ${moment(at).text}`
  const steps = circuit.steps.map(({ id, label, reason, ordinal }): CircuitStep => {
    const signed = signatures.find(({ stepId }) => stepId === id)
    const step = { label, reason }
    if (signed)
      return { ...step, state: 'signed', words: said(signed.name, signed.position, signed.signedAt) }
    if (refusal?.stepId === id)
      return { ...step, state: 'refused', words: said(refusal.name, refusal.position, refusal.refusedAt) }
    if (request.state !== 'open') return { ...step, state: 'left', words: t('desk.signatures.left') }
    if (ordinal === signatures.length)
      return { ...step, state: 'next', words: who.join(', ') || t('desk.signatures.nobody') }
    return { ...step, state: 'waiting', words: t('desk.signatures.later') }
  })
  return {
    id: request.id,
    title: request.name,
    href: `/desk/signatures/${request.id}`,
    state: request.state,
    words: t(`desk.signatures.states.${request.state}`),
    at: moment(request.endedAt ?? request.requestedAt),
    steps,
    refused: refusalWords(circuit, speech),
  }
}
