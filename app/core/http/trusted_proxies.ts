import proxyAddr from 'proxy-addr'

/**
 * Whose `X-Forwarded-*` headers are believed: nobody's, unless the operator names the proxies
 * (`TRUST_PROXY=loopback,10.0.0.0/8`).
 */
export function trustedProxies(list: string | undefined): (address: string, distance: number) => boolean {
  if (!list) return () => false
  return proxyAddr.compile(list.split(',').map((entry) => entry.trim()))
}
