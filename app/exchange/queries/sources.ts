import type { EvidenceSource } from '#exchange/contract'
import type { ServiceName } from '#exchange/index'
import type { Town } from '#tenancy/types'

const sources = new Map<string, EvidenceSource>()

/** Called by the provider, once a source. */
export const offerSource = (source: EvidenceSource) => void sources.set(source.name, source)

/** Whom a town asks for something, whoever was offered last first; null where nobody can be asked. */
export const sourceFor = (town: Town, service: ServiceName): EvidenceSource | null =>
  [...sources.values()].findLast((source) => source.services.includes(service) && source.available(town)) ??
  null
