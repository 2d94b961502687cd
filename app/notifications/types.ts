import type { Json } from '#core/json'

export type NotificationState =
  'available' | 'accepted' | 'rejected' | 'expired' | 'delivered' | 'refused' | 'published' | 'taken_back'

/** Who acts on a notification, and how surely we know it is them (RD 203/2021, art. 42). */
export interface Addressee {
  personId: string
  identifier: string
  /** Assurance of the sign-in: low, substantial or high. */
  level: string
  /** How they signed in: the name of the driver. */
  method: string
}

/** A formal notification in the folder (Law 39/2015, arts. 40-43). */
export interface Notification {
  id: string
  caseId: string
  personId: string
  documentId: string
  entryId: string | null
  subject: string
  state: NotificationState
  madeAvailableAt: Date
  /** The first instant at which it counts as rejected, if nobody has opened it; null on paper. */
  expiresAt: Date | null
  /** Where it is posted to; null for one that is notified in the folder only. */
  address: Json
  actedAt: Date | null
  /** Availability, access or rejection, identity, level and digest of the document. */
  evidence: Record<string, Json>
}

/** A courtesy e-mail as it was written; it has no legal effect (Law 39/2015, art. 41.6). */
export interface Notice {
  id: string
  caseId: string | null
  recipient: string
  subject: string
  text: string
  html: string
  language: string
  /** `kept`: no mail server is set, so it stays here to be looked at. */
  state: 'queued' | 'sent' | 'kept' | 'failed'
  createdAt: Date
  sentAt: Date | null
}

/** What can become of a notification on paper. `returned` and `unknown` came back: they wait to be published. */
export const DELIVERY_RESULTS = ['delivered', 'refused', 'returned', 'unknown', 'published'] as const
export type DeliveryResult = (typeof DELIVERY_RESULTS)[number]

/** When somebody stood at the door (Law 39/2015, art. 42.2: the day and the hour), by the town's clock. */
export interface Attempt {
  /** `YYYY-MM-DD`. */
  on: string
  /** `HH:MM`. */
  hour: string
}

export interface Delivery {
  result: DeliveryResult
  /** The day it happened, `YYYY-MM-DD`. */
  on: string
  /** Its hour; none of a publication. */
  hour?: string
  /** The attempt before, of one that came back after two. */
  first?: Attempt
  /** Who took it, where they said so, and what they are to the addressee. */
  receiver?: string
  relation?: string
  /** Of the acknowledgment of receipt. */
  reference?: string
}
