import type { HttpContext } from '@adonisjs/core/http'

/** A field of the posted body as text; empty where there is none, or where something else than text was sent. */
export function postedText({ request }: Pick<HttpContext, 'request'>, name: string): string {
  const value: unknown = request.body()[name]
  return typeof value === 'string' ? value : ''
}
