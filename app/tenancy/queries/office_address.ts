import env from '#start/env'
import type { Town } from '#tenancy/types'

/**
 * Where a town's electronic office is reached, without a slash at the end: its own host, in the way of the public
 * address of the installation; else that address; else this machine.
 */
export function officeAddress(town: Pick<Town, 'hosts' | 'slug' | 'isDefault'>): string {
  const publicUrl = env.get('PUBLIC_URL')?.replace(/\/+$/, '')
  const { protocol = 'https:', port = '' } = publicUrl && URL.canParse(publicUrl) ? new URL(publicUrl) : {}
  if (town.hosts[0]) return `${protocol}//${town.hosts[0]}${port && `:${port}`}`
  if (publicUrl) return publicUrl
  return onThisMachine(town.isDefault ? '' : `${town.slug}.`)
}

function onThisMachine(name: string): string {
  const here = env.get('PORT', 3333)
  return `http://${name}localhost${here === 80 ? '' : `:${here}`}`
}

/** Where a town answers without a host of its own: by its name on this machine, the default one by that of the house, too. */
export const addressesOfTheHouse = ({ slug, isDefault }: Pick<Town, 'slug' | 'isDefault'>): string[] => [
  ...(isDefault ? [officeAddress({ hosts: [], slug, isDefault })] : []),
  onThisMachine(`${slug}.`),
]
