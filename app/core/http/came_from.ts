import type { HttpContext } from '@adonisjs/core/http'

/** Whether a page of ours sent this form, or one of another site; null where the browser doesn't say. */
export function cameFrom({ request }: HttpContext): 'here' | 'elsewhere' | null {
  const site = request.header('sec-fetch-site')
  if (site) return site === 'same-origin' ? 'here' : site === 'none' ? null : 'elsewhere'
  const origin = request.header('origin')
  if (!origin) return null
  return URL.canParse(origin) && new URL(origin).host === request.host() ? 'here' : 'elsewhere'
}
