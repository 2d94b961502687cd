import { once } from 'node:events'
import { connect } from 'node:net'
import { fails, warns, well, type Finding } from '#start/doctor/finding'

const PATIENCE_MS = 3000

/** Whether somebody takes a connection there; nothing is said to them. */
async function reaches(url: URL, port: number): Promise<string | null> {
  const socket = connect({ host: url.hostname.replace(/^\[|\]$/g, ''), port: Number(url.port || port) })
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(PATIENCE_MS) })
    return null
  } catch (error) {
    const { code, name } = error as { code?: string; name?: string }
    return name === 'AbortError' ? 'no answer in three seconds' : (code ?? String(error))
  } finally {
    socket.destroy()
  }
}

interface Service {
  about: string
  variable: string
  example: string
  port(url: URL): number
  /** How it is where none is set. */
  without: string
  /** What it is where one is set and nobody takes connections. */
  unreached: typeof warns
  remedy: string
}

const lookAt =
  ({ about, variable, example, port, without, unreached, remedy }: Service) =>
  async (given: string | undefined): Promise<Finding[]> => {
    if (!given) return [well(about, `${variable} is not set: ${without}`)]
    if (!URL.canParse(given)) return [fails(about, `${variable} is no address`, `Write it as ${example}`)]
    const url = new URL(given)
    const trouble = await reaches(url, port(url))
    return trouble
      ? [unreached(about, `${url.host} can't be reached (${trouble})`, remedy)]
      : [well(about, `${url.host} takes connections`)]
  }

export const lookAtMail = lookAt({
  about: 'Mail',
  variable: 'SMTP_URL',
  example: 'smtp://user:password@host:587',
  port: ({ protocol }) => (protocol === 'smtps:' ? 465 : 587),
  without: 'notices stay in the outbox of the desk',
  unreached: fails,
  remedy: 'Check SMTP_URL and the firewall: notices wait and are tried again.',
})

export const lookAtRedis = lookAt({
  about: 'Redis',
  variable: 'REDIS_URL',
  example: 'redis://127.0.0.1:6379',
  port: () => 6379,
  without: 'PostgreSQL serves alone',
  unreached: warns,
  remedy: 'Check REDIS_URL; PostgreSQL serves alone meanwhile.',
})
