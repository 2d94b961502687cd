import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'

/** Kept at the desk only, for a year from the last sign-in; signed, so that nobody makes one up. */
const COOKIE = 'finestra_browser'

/** The id that this browser has kept since somebody signed in by it. */
export function browserOf({ request }: Pick<HttpContext, 'request'>): string | null {
  const kept: unknown = request.cookie(COOKIE)
  return isUuid(kept) ? kept : null
}

export const keepBrowser = ({ response }: Pick<HttpContext, 'response'>, id: string) =>
  response.cookie(COOKIE, id, { path: '/desk', maxAge: '365d' })
