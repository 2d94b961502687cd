import type { PaymentGateway, StagedGateway } from '#payments/contract'
import type { Town } from '#tenancy/types'

const gateways = new Map<string, PaymentGateway>()

/** Called by the provider, once a gateway. */
export const offerGateway = (gateway: PaymentGateway) => void gateways.set(gateway.name, gateway)

export const gatewaysOf = (town: Town): PaymentGateway[] =>
  [...gateways.values()].filter((gateway) => gateway.available(town))

/** A gateway by its name, also one that the town no longer offers: its answers may still come. */
export const gatewayNamed = (name: string): PaymentGateway | null => gateways.get(name) ?? null

let staged: StagedGateway | null = null

export function offerStagedGateway(gateway: StagedGateway): void {
  staged = gateway
  offerGateway(gateway)
}

/** The demonstration gateway, where the town has it. */
export const stagedGatewayOf = (town: Town): StagedGateway | null => (staged?.available(town) ? staged : null)
