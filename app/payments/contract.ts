import type { Result } from '#core/result'
import type { PaymentAttempt, PaymentOrder, Settlement } from '#payments/types'
import type { Town } from '#tenancy/types'

/** Where the browser is sent to pay: a form that it posts, or an address. */
export interface Passage {
  url: string
  method: 'GET' | 'POST'
  fields: Record<string, string>
}

/** What a gateway says of an attempt. `externalId` is its own number of the operation: it makes money count once. */
export type GatewayAnswer =
  | { outcome: 'paid'; attemptId: string; externalId: string; amount: number; settledAt: Date }
  | { outcome: 'refused' | 'cancelled'; attemptId: string }

/** `forged`: the signature is not the gateway's. `malformed`: it can't be read. */
export type AnswerFault = 'forged' | 'malformed'

/** What goes back of a settlement, in cents; a uuid of ours tells parts apart. */
export interface RefundPart {
  key: string
  amount: number
}

/** What every way to be paid over a network has in common. An answer may come late, twice, or never. */
export interface PaymentGateway {
  name: string
  /** Whether this town may use it. */
  available(town: Town): boolean
  /** The sites (`https://bank.example`) that the way to it leads through: our pages let forms go there. [] for one of ours. */
  sites(town: Town): string[]
  /** Where the citizen goes to pay this attempt; they come back to `returnTo`. Throws when it can't be reached. */
  begin(town: Town, order: PaymentOrder, attempt: PaymentAttempt, returnTo: string): Promise<Passage>
  /** Reads what the gateway posts to us, and proves that it comes from there. */
  read(town: Town, posted: Record<string, unknown>): Promise<Result<GatewayAnswer, AnswerFault>>
  /** Asks what became of an attempt; null while the gateway doesn't know. Throws when it can't be reached. */
  inquire(town: Town, attempt: PaymentAttempt): Promise<GatewayAnswer | null>
  /**
   * Gives back what came, or a part of it, once for each key however often it is asked. Throws when it can't be
   * reached, and where it is asked for more than came.
   */
  refund(town: Town, settlement: Settlement, part: RefundPart): Promise<{ externalId: string }>
}

/** What the demonstration gateway knows of an attempt, for want of a bank. */
export interface DemoOperation {
  attemptId: string
  externalId: string
  outcome: GatewayAnswer['outcome']
  amount: number
  settledAt: Date
}

/** A gateway whose answers are made up by whoever looks at its page. */
export interface StagedGateway extends PaymentGateway {
  /** What it posts of an operation, signed. */
  fieldsOf(operation: DemoOperation): Record<string, string>
}
