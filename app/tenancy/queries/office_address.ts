import env from '#start/env'
import type { Town } from '#tenancy/types'

/**
 * Where a town's electronic office is reached, without a slash at the end: its own host, else the public
 * address of the installation, else this machine.
 */
export function officeAddress(town: Pick<Town, 'hosts' | 'slug' | 'isDefault'>): string {
  const publicUrl = env.get('PUBLIC_URL')?.replace(/\/+$/, '')
  const scheme = publicUrl?.startsWith('http://') ? 'http' : 'https'
  if (town.hosts[0]) return `${scheme}://${town.hosts[0]}`
  if (publicUrl) return publicUrl
  const port = env.get('PORT', 3333)
  return `http://${town.isDefault ? '' : `${town.slug}.`}localhost${port === 80 ? '' : `:${port}`}`
}
