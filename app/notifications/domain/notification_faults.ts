import { canonical } from '#core/canonical_json'
import type { Json } from '#core/json'
import { deliveredAt } from '#notifications/domain/delivery'
import { openedUntil } from '#notifications/domain/term_to_open'

/** A notification as its row has it; instants with microseconds. */
export interface KeptNotification {
  state: string
  evidence: Record<string, Json>
  madeAvailableAt: string
  expiresAt: string | null
  actedAt: string | null
  address: Json
  documentId: string
  /** When the work is due that lets it expire. */
  expiries: string[]
}

/** A row of the audit trail about it. */
export interface NotificationAct {
  action: string
  detail: Record<string, Json>
}

type Proof = { at?: string; on?: string; hour?: string } | undefined

const microseconds = (iso: string) => iso.replace('Z', '000Z')

/** Where a notification is not what its acts have made of it, or its term is not that of the law. */
export function faultsOfNotification(
  kept: KeptNotification,
  acts: NotificationAct[],
  timeZone: string
): ['I19' | 'I20', string][] {
  const { state, evidence, madeAvailableAt, actedAt, address, documentId, expiresAt, expiries } = kept
  const expected = toldBy(acts)
  const available = evidence['available'] as Proof
  const document = evidence['document'] as { id?: string } | undefined
  const told =
    expected !== null &&
    canonical(expected.evidence) === canonical(evidence) &&
    expected.state === state &&
    document?.id === documentId &&
    madeAvailableAt === microseconds(available?.at ?? '') &&
    actedAt === actedBy(kept, timeZone)
  const until =
    address === null ? microseconds(openedUntil(new Date(madeAvailableAt), timeZone).expiresAt) : null
  const waits = state === 'available' && until !== null ? [until] : []
  return [
    ...(told ? [] : [['I19', 'notification_differs'] as ['I19', string]]),
    ...(expiresAt === until && canonical(expiries) === canonical(waits)
      ? []
      : [['I20', 'expiry_differs'] as ['I20', string]]),
  ]
}

type Told = Pick<KeptNotification, 'state' | 'evidence'>

/** Acts that leave a notification as it stands, and add what they prove. */
const BESIDE = ['returned', 'put_aside']

/** State and evidence as the audit trail tells them, act after act. */
function toldBy(acts: NotificationAct[]): Told | null {
  let told: Told | null = null
  for (const { action, detail } of acts) {
    const act = action.replace('notifications.', '')
    if (act === 'made_available' || act === 'to_post') told ??= { state: 'available', evidence: detail }
    else if (!BESIDE.includes(act)) told = { state: act, evidence: detail }
    else if (told) told.evidence = { ...told.evidence, [act]: detail }
  }
  return told
}

/** The instant from which it counts as made, by its evidence; of a delivery the day that was written down. */
function actedBy({ state, evidence, madeAvailableAt }: KeptNotification, timeZone: string): string | null {
  if (state === 'available') return null
  const proof = evidence[state] as Proof
  if (!proof?.at) return ''
  if (!proof.on) return microseconds(proof.at)
  const given = { on: proof.on, hour: proof.hour, at: new Date(proof.at) }
  return microseconds(
    deliveredAt({ madeAvailableAt: new Date(madeAvailableAt) }, given, timeZone).toISOString()
  )
}
