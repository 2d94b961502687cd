import type { Officer } from '#identity/types'
import type { Sheet } from '#documents/index'
import { writingOf } from '#documents/queries/writing'
import { maySign } from '#signatures/domain/may_sign'
import { signatureLines, signedSheet } from '#signatures/domain/signed_words'
import { currentStep, digestSoFar } from '#signatures/domain/turn'
import { signersOf } from '#signatures/queries/tray'
import type { Circuit, SignatureStep } from '#signatures/types'
import type { Town } from '#tenancy/types'

/** Where a circuit stands: the digest of its document, whose turn it is, and who they may be. */
export interface Standing {
  read: string
  next: SignatureStep | null
  who: string[]
}

export async function standingOf(municipalityId: string, circuit: Circuit): Promise<Standing> {
  const next = currentStep(circuit)
  const who = next ? (await signersOf(municipalityId, next)).map(({ name }) => name) : []
  return { read: digestSoFar(circuit), next, who }
}

/** Whether it is an officer's turn. */
export function isTurnOf(circuit: Circuit, officer: Pick<Officer, 'roles' | 'holds' | 'unitIds'>): boolean {
  const step = currentStep(circuit)
  return step !== null && maySign(officer, step)
}

/** What a document says as it stands, with the words of those who have signed it. */
export function sheetSoFar(town: Pick<Town, 'timeZone'>, { request, signatures }: Circuit): Sheet {
  const writing = writingOf(town, request.language)
  return signedSheet(
    request.facts.sheet,
    signatures.map((signature) => signatureLines(signature, writing))
  )
}
