import type { PaymentGateway } from '#payments/contract'
import type { Town } from '#tenancy/types'

const gateways = new Map<string, PaymentGateway>()

/** Called by the provider, once a gateway. */
export const offerGateway = (gateway: PaymentGateway) => void gateways.set(gateway.name, gateway)

export const gatewaysOf = (town: Town): PaymentGateway[] =>
  [...gateways.values()].filter((gateway) => gateway.available(town))

/** A gateway by its name, also one that the town no longer offers: its answers may still come. */
export const gatewayNamed = (name: string): PaymentGateway | null => gateways.get(name) ?? null
