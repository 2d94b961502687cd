import type { Fault } from '#core/invariants'
import { refusalRows, requestRows, signatureRows, stepRows } from '#signatures/rows'
import type { RequestState } from '#signatures/types'
import { rowFaults, type WrittenRow } from '#tenancy/row_digest'

/** A request with all that hangs on it, as the rows have it; instants with microseconds. */
export interface KeptCircuit {
  request: WrittenRow
  state: RequestState
  documentId: string | null
  endedAt: string | null
  steps: WrittenRow[]
  signatures: WrittenRow[]
  refusals: WrittenRow[]
  /** Of the draft, and after each signature: the digest of the document, and whether each signature in it holds. */
  contents: { ordinal: number; sha256: string; holds: boolean }[]
  /** The issued document: what its row and bytes say. */
  document: { request: string | null; begins: boolean; signatures: number } | null
  acts: { action: string; detail: Record<string, any> }[]
}

export const faultsOfCircuit = (kept: KeptCircuit): Fault[] => [
  ...faultsOfRows(kept),
  ...faultsOfState(kept),
  ...faultsOfOrder(kept),
  ...faultsOfBytes(kept),
]

/** Each row is what was written with its act, and no act has lost its row. */
function faultsOfRows({ request, steps, signatures, refusals, acts }: KeptCircuit): Fault[] {
  const of = (action: string) => acts.filter((act) => act.action === action).map(({ detail }) => detail)
  const rows: Parameters<typeof rowFaults>[] = [
    [requestRows, [request], of('requested').map(({ row }) => [request.id, row])],
    [stepRows, steps, of('requested').flatMap(({ steps: told }) => Object.entries(told ?? {}))],
    [signatureRows, signatures, of('given').map(({ signature, row }) => [signature, row])],
    [refusalRows, refusals, of('refused').map(({ refusal, row }) => [refusal, row])],
  ]
  return rows.flatMap((kept) => rowFaults(...kept))
}

const same = (found: unknown, should: unknown) => JSON.stringify(found) === JSON.stringify(should)

const ENDS = ['signed', 'refused', 'withdrawn']

/** A request stands where its acts have brought it. */
function faultsOfState({ request, state, documentId, endedAt, acts }: KeptCircuit): Fault[] {
  const ended = acts.filter(({ action }) => ENDS.includes(action))
  const [end] = ended
  const should = end
    ? [end.action, end.detail['document'] ?? null, String(end.detail['endedAt']).replace('Z', '000Z')]
    : ['open', null, null]
  return ended.length <= 1 && same([state, documentId, endedAt], should)
    ? []
    : [['I19', 'signature_differs', request.id]]
}

/** The steps were signed from the first on, none left out, all of them where the document is signed, and none after a refusal. */
function faultsOfOrder({ request, state, steps, signatures, refusals, acts }: KeptCircuit): Fault[] {
  const order = new Map(steps.map(({ id, ordinal }) => [id, Number(ordinal)]))
  const turnsOf = (signed: unknown[]) => signed.map((step) => order.get(String(step)))
  const turns = signatures.map((_, i) => i)
  const given = acts.filter(({ action }) => action === 'given').map(({ detail }) => detail['step'])
  const holds = [
    same(turnsOf(signatures.map(({ step_id: step }) => step)), turns),
    // As they came, one after the other: the audit trail keeps the order in time.
    same(turnsOf(given), turns),
    state !== 'signed' || signatures.length === steps.length,
    refusals.every(({ step_id: step }) => order.get(String(step)) === signatures.length),
    (state === 'refused') === (refusals.length === 1),
  ]
  return holds.every(Boolean) ? [] : [['I21', 'signatures_out_of_order', request.id]]
}

/** Each signed the bytes that the one before left; the document begins with them and has the seal behind. */
function faultsOfBytes({ request, state, documentId, signatures, contents, document }: KeptCircuit): Fault[] {
  const faults: Fault[] = []
  const told = [request['sha256'], ...signatures.map(({ sha256 }) => sha256)]
  const chained = signatures.every(({ base }, i) => base === told[i])
  const kept = contents.map(({ sha256 }) => sha256)
  const inPlace = contents.every(({ ordinal }, i) => ordinal === i)
  if (!chained || !inPlace || !same(kept, told)) faults.push(['I21', 'signature_chain_broken', request.id])
  if (!contents.every(({ holds }) => holds)) faults.push(['I18', 'signature_broken', request.id])
  if (state !== 'signed') return faults
  const whole =
    document?.request === request.id && document.begins && document.signatures === signatures.length + 1
  return whole ? faults : [...faults, ['I21', 'signed_document_differs', documentId ?? request.id]]
}
