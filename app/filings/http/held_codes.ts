import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'

/** So many things that were filed, or begun, without saying who one is are at hand in one browser: the last ones. */
const MOST = 8

interface Held {
  municipalityId: string
  /** Follow-up codes by the id of their filing; the last one that came is last. */
  codes: [string, string][]
}

/** The follow-up codes that a browser has, in its sealed session: it is all that leads to what nobody signed. */
function codesOf({ session, town }: HttpContext): [string, string][] {
  const held: Held | null = session.get('anonymous', null)
  return held?.municipalityId === town.id && Array.isArray(held.codes) ? held.codes : []
}

/** The code of a filing that this browser began, or asked for by its code; null for any other. */
export const heldCode = (ctx: HttpContext, filingId: unknown): string | null =>
  isUuid(filingId) ? (codesOf(ctx).find(([id]) => id === filingId)?.[1] ?? null) : null

export function holdCode(ctx: HttpContext, filingId: string, code: string): void {
  const others = codesOf(ctx).filter(([id]) => id !== filingId)
  keep(ctx, [...others, [filingId, code] as [string, string]].slice(-MOST))
}

/** Nothing of it stays in this browser, which others may use, too. */
export const letCodeGo = (ctx: HttpContext, filingId: string): void =>
  keep(
    ctx,
    codesOf(ctx).filter(([id]) => id !== filingId)
  )

function keep({ session, town }: HttpContext, codes: [string, string][]): void {
  if (codes.length === 0) session.forget('anonymous')
  else session.put('anonymous', { municipalityId: town.id, codes } satisfies Held)
}
