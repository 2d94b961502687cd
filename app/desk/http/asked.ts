import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { faultOfText } from '#core/http/json_scan'
import { isDay } from '#desk/domain/day'

type Asked = Pick<HttpContext, 'request'>

/** A word of the query, trimmed; empty when it is missing, far too long or no text that anyone types. */
export function word({ request }: Asked, name: string, longest = 200): string {
  const value: unknown = request.qs()[name]
  if (typeof value !== 'string') return ''
  const text = value.normalize('NFC').trim()
  return text.length > longest || faultOfText(text) ? '' : text
}

/** A field of the posted body as text; empty when it is none. */
export function field({ request }: Asked, name: string, longest = 4000): string {
  const value: unknown = request.body()[name]
  return typeof value === 'string' && value.length <= longest ? value : ''
}

/** The id in the address. What no id looks like is answered as what isn't there. */
export function idIn({ params }: Pick<HttpContext, 'params'>, name = 'id'): string {
  if (!isUuid(params[name])) throw notFound()
  return params[name]
}

/** A day of the query (`YYYY-MM-DD`) that the calendar has, or null. */
export function dayIn(asked: Asked, name: string): string | null {
  const text = word(asked, name, 10)
  return isDay(text) ? text : null
}
