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

export async function lookAtMail(given: string | undefined): Promise<Finding[]> {
  if (!given) return [well('Mail', 'SMTP_URL is not set: notices stay in the outbox of the desk')]
  if (!URL.canParse(given))
    return [fails('Mail', 'SMTP_URL is no address', 'Write it as smtp://user:password@host:587')]
  const url = new URL(given)
  const trouble = await reaches(url, url.protocol === 'smtps:' ? 465 : 587)
  return trouble
    ? [
        fails(
          'Mail',
          `${url.host} can't be reached (${trouble})`,
          'Check SMTP_URL and the firewall: notices wait and are tried again.'
        ),
      ]
    : [well('Mail', `${url.host} takes connections`)]
}

export async function lookAtRedis(given: string | undefined): Promise<Finding[]> {
  if (!given) return [well('Redis', 'REDIS_URL is not set: PostgreSQL serves alone')]
  if (!URL.canParse(given))
    return [fails('Redis', 'REDIS_URL is no address', 'Write it as redis://127.0.0.1:6379')]
  const url = new URL(given)
  const trouble = await reaches(url, 6379)
  return trouble
    ? [
        warns(
          'Redis',
          `${url.host} can't be reached (${trouble})`,
          'Check REDIS_URL; PostgreSQL serves alone meanwhile.'
        ),
      ]
    : [well('Redis', `${url.host} takes connections`)]
}
