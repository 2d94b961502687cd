import { isIP } from 'node:net'
import env from '#start/env'

const hostOf = (address: string | undefined) =>
  address && URL.canParse(address) ? new URL(address).hostname : null

/**
 * Whether a host names the installation rather than a town: this machine, an address in numbers, the public address,
 * the name it listens on.
 */
export const namesTheHouse = (host: string): boolean =>
  host === 'localhost' ||
  isIP(host.replace(/^\[(.*)\]$/, '$1')) !== 0 ||
  host === hostOf(env.get('PUBLIC_URL')) ||
  host === env.get('HOST')?.toLowerCase()
