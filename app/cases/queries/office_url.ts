import env from '#start/env'
import type { Town } from '#tenancy/types'

/** Where a page of a town's electronic office is reached from outside; null where nobody has said. */
export function officeUrl(town: Town, path: string): string | null {
  const base = env.get('PUBLIC_URL') ?? (town.hosts[0] ? `https://${town.hosts[0]}` : null)
  return base ? new URL(path, base).toString() : null
}
