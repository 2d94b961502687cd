import { trustedProxies } from '#core/http/trusted_proxies'
import { fails, warns, well, type Finding } from '#start/doctor/finding'
import { isLocal } from '#start/local_address'
import { towns } from '#tenancy/queries/towns'

/** What the operator set, as the house has it. */
export interface Settings {
  host: string
  publicUrl?: string
  trustProxy?: string
  metricsToken?: string
  demo: boolean
}

const EVERYBODY = /(^|,)\s*(0\.0\.0\.0\/0|::\/0|\*|true|all)\s*(,|$)/i

/** Whether others than the people at this machine can reach the house. */
const isPublic = ({ host, publicUrl }: Settings) =>
  !isLocal(host) || Boolean(publicUrl && !isLocal(publicUrl))

export function lookAtAddress(settings: Settings): Finding[] {
  const { host, publicUrl } = settings
  const about = 'PUBLIC_URL'
  if (!publicUrl)
    return isLocal(host)
      ? [well(about, 'not set: the house is for this machine')]
      : [
          warns(
            about,
            `not set, and HOST=${host} opens the house to others`,
            'Set PUBLIC_URL to the https address that people see.'
          ),
        ]
  if (!URL.canParse(publicUrl) || !/^https?:$/.test(new URL(publicUrl).protocol))
    return [fails(about, `"${publicUrl}" is no address`, 'Write it as https://seu.example.es')]
  if (publicUrl.startsWith('http:') && !isLocal(publicUrl))
    return [
      fails(
        about,
        `${publicUrl} is not encrypted, so cookies go about in the open`,
        'Put a proxy with a certificate before it, and say https.'
      ),
    ]
  return [well(about, publicUrl)]
}

export function lookAtProxy(settings: Settings): Finding[] {
  const { trustProxy, publicUrl, host } = settings
  const about = 'TRUST_PROXY'
  if (!trustProxy)
    return publicUrl?.startsWith('https:') && !isLocal(publicUrl)
      ? [
          warns(
            about,
            'not set, so everybody has the address of the proxy, and rates count them as one',
            `Set TRUST_PROXY=${isLocal(host) ? 'loopback' : '<address of the proxy>'}`
          ),
        ]
      : [well(about, 'not set: nobody is believed')]
  if (EVERYBODY.test(trustProxy))
    return [
      fails(
        about,
        `${trustProxy} believes everybody, who then choose their own address`,
        'Name the proxy, as loopback or 10.0.0.5'
      ),
    ]
  try {
    trustedProxies(trustProxy)
    return [well(about, trustProxy)]
  } catch {
    return [fails(about, `"${trustProxy}" names no address`, 'Write names and ranges as loopback,10.0.0.0/8')]
  }
}

export function lookAtMetrics(settings: Settings): Finding[] {
  if (settings.metricsToken) return [well('METRICS_TOKEN', 'set')]
  return isPublic(settings)
    ? [
        warns(
          'METRICS_TOKEN',
          'not set, so nobody can read /metrics',
          'Set it where the house is watched over.'
        ),
      ]
    : [well('METRICS_TOKEN', 'not set: this machine reads /metrics')]
}

export async function lookAtDemo(settings: Settings): Promise<Finding[]> {
  const demo = (await towns()).filter((town) => town.demo).map(({ slug }) => slug)
  if (demo.length === 0) return [well('Demo towns', 'none')]
  if (!isPublic(settings)) return [well('Demo towns', `${demo.join(', ')}, on this machine only`)]
  return settings.demo
    ? [
        fails(
          'Demo towns',
          `everybody who reaches the house can sign in as people of ${demo.join(', ')}`,
          'Set FINESTRA_DEMO=0, unless it is a demonstration.'
        ),
      ]
    : [
        warns(
          'Demo towns',
          `${demo.join(', ')} stand in a public house; nobody can sign in to them`,
          'Found the house of a real town on an empty database, with FINESTRA_DEMO=0.'
        ),
      ]
}
