import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { wordAs } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { isDay } from '#desk/domain/day'

/** A field of the posted body as text; empty when it is none. */
export function field({ request }: Pick<HttpContext, 'request'>, name: string, longest = 4000): string {
  const value: unknown = request.body()[name]
  return typeof value === 'string' && value.length <= longest ? value : ''
}

/** The id in the address. What no id looks like is answered as what isn't there. */
export function idIn({ params }: Pick<HttpContext, 'params'>, name = 'id'): string {
  if (!isUuid(params[name])) throw notFound()
  return params[name]
}

/** A day of the query (`YYYY-MM-DD`) that the calendar has; null where it is missing. */
const dayIn = (asked: HttpContext, name: string): string | null =>
  wordAs(asked, name, 'E_NO_DAY', (text) => (isDay(text) ? text : null))

/** The days between which a list is asked for, each of which may be missing; the last is not before the first. */
export function daysIn(asked: HttpContext): { from: string | null; to: string | null } {
  const [from, to] = [dayIn(asked, 'from'), dayIn(asked, 'to')]
  return { from, to: wordAs(asked, 'to', 'E_DAYS_REVERSED', () => (from && to && to < from ? null : to)) }
}
