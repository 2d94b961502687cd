import type { HttpContext } from '@adonisjs/core/http'
import type { SessionData, SessionStoreContract } from '@adonisjs/session/types'
import { SESSION_AGE_MS, SESSION_COOKIE, SESSION_RENEWED_MS, sessionCookie } from '#config/session'

interface Sealed {
  /** When it was sealed. */
  at: number
  values: SessionData
}

/** To open a seal takes ten times longer than to read what is in it, and a page brings others with the same bytes. */
const KEPT_MS = 10_000
const MOST_KEPT = 1_000

const kept = new Map<string, { until: number; text: string }>()

/** What a cookie holds, as text, so that nobody changes what another request reads. */
function textOf(raw: string, open: () => unknown, now: number): string {
  const known = kept.get(raw)
  if (known && known.until > now) return known.text
  const text = JSON.stringify(open() ?? null)
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(raw, { until: now + KEPT_MS, text })
  return text
}

const isSealed = (value: Partial<Sealed> | null): value is Sealed =>
  typeof value?.at === 'number' && typeof value.values === 'object' && value.values !== null

/** A session in its cookie: read once, and sent at the end of the request where it changed or is to be renewed. */
export class SealedSession implements SessionStoreContract {
  readonly brought: boolean
  #sealedAt = 0
  #next: SessionData | 'none' | null = null

  constructor(
    private readonly ctx: HttpContext,
    private readonly now = Date.now()
  ) {
    this.brought = SESSION_COOKIE in ctx.request.cookiesList()
  }

  read(): SessionData | null {
    const { request } = this.ctx
    const raw: unknown = request.cookiesList()[SESSION_COOKIE]
    if (typeof raw !== 'string') return null
    const value = JSON.parse(textOf(raw, () => request.encryptedCookie(SESSION_COOKIE), this.now))
    if (!isSealed(value) || this.now - value.at >= SESSION_AGE_MS) return null
    this.#sealedAt = value.at
    return value.values
  }

  write(_id: string, values: SessionData): void {
    this.#next = values
  }

  destroy(): void {
    this.#next = 'none'
  }

  touch(): void {
    if (this.now - this.#sealedAt < SESSION_RENEWED_MS) return
    this.#next = this.read()
  }

  send(): void {
    const { response } = this.ctx
    if (this.#next === 'none') response.clearCookie(SESSION_COOKIE, sessionCookie)
    else if (this.#next)
      response.encryptedCookie(SESSION_COOKIE, { at: this.now, values: this.#next }, sessionCookie)
  }
}
