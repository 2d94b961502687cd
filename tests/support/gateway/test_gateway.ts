import { err } from '#core/result'
import type { GatewayAnswer, PaymentGateway } from '#payments/contract'
import { offerGateway } from '#payments/queries/gateways'

/** How the browser is sent to a gateway: by an address, or by a form that it posts. */
export type Reached = 'GET' | 'POST'

/** A gateway at a site of its own, for the towns of a test only; it may be away. Nothing that is posted to us is its. */
export class TestGateway implements PaymentGateway {
  readonly #towns = new Set<string>()
  readonly #answers = new Map<string, GatewayAnswer>()
  away = false

  constructor(
    readonly name: string,
    readonly reached: Reached,
    readonly origin = 'http://bank.example'
  ) {
    offerGateway(this)
  }

  offerTo(town: { id: string }): this {
    this.#towns.add(town.id)
    return this
  }

  /** What it says of an attempt when it is asked. */
  knows(answer: GatewayAnswer): void {
    this.#answers.set(answer.attemptId, answer)
  }

  available = ({ id }: { id: string }) => this.#towns.has(id)

  sites = () => [this.origin]

  async begin(_town: unknown, { reference }: { reference: string }, { id }: { id: string }, back: string) {
    this.#reach()
    return { url: `${this.origin}/pay`, method: this.reached, fields: { attempt: id, reference, back } }
  }

  read = async () => err('forged' as const)

  async inquire(_town: unknown, { id }: { id: string }) {
    this.#reach()
    return this.#answers.get(id) ?? null
  }

  async refund(_town: unknown, { externalId }: { externalId: string }, { key }: { key: string }) {
    this.#reach()
    return { externalId: `R${externalId}-${key}` }
  }

  #reach(): void {
    if (this.away) throw new Error('the gateway is away')
  }
}
