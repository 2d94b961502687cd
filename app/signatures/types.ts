import type { Sheet } from '#documents/index'
import type { Issuer } from '#documents/types'

/**
 * Who signs, by their office: `holder` of the body that decides, the `secretary` who attests (RD 128/2018, art. 3), a
 * technician of the `unit` that has the case, who reports for whoever decides (Law 39/2015, art. 79).
 */
export const POSITIONS = ['holder', 'secretary', 'unit'] as const
export type Position = (typeof POSITIONS)[number]

/** `withdrawn`: its case went on without it. */
export type RequestState = 'open' | 'signed' | 'refused' | 'withdrawn'

/** A document that some people have to sign, one after the other. It is public once all of them have. */
export interface SignatureRequest {
  id: string
  caseId: string
  template: string
  kind: string
  documentType: string
  name: string
  language: string
  /** The verification code that it will have, and that stands on its draft. */
  code: string
  facts: { sheet: Sheet; issuer: Issuer }
  /** Of the draft. */
  sha256: string
  /** The officer who brought it about; null where nobody did. */
  draftedBy: string | null
  requestedAt: Date
  state: RequestState
  documentId: string | null
  endedAt: Date | null
}

/** Whose turn it is to sign, from 0. `body` is the role of the body whose holder signs. */
export interface SignatureStep {
  id: string
  requestId: string
  ordinal: number
  position: Position
  body: string | null
  unitId: string | null
  /** The office, and why it signs, in the language of the case. */
  label: string
  reason: string
}

/** A step that is still to be written. */
export type PlannedStep = Omit<SignatureStep, 'id' | 'requestId' | 'ordinal'>

/** A signature as it was given: by whom, as what, over which bytes (`base`), and what they became (`sha256`). */
export interface Signature {
  id: string
  requestId: string
  stepId: string
  officerId: string
  name: string
  position: string
  signer: string
  certificate: string
  base: string
  sha256: string
  signedAt: Date
}

export interface Refusal {
  id: string
  requestId: string
  stepId: string
  officerId: string
  name: string
  position: string
  reason: string
  refusedAt: Date
}

/** A request with its circuit: what was signed, what was refused. */
export interface Circuit {
  request: SignatureRequest
  steps: SignatureStep[]
  signatures: Signature[]
  refusal: Refusal | null
}
