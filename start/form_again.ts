import type { HttpContext } from '@adonisjs/core/http'
import { cameFrom } from '#core/http/came_from'
import type { FormValue } from '#core/http/form_scan'
import { citizenOf } from '#identity/http/session_of'

/** A form that came too late, to be sent once more with a fresh token and all that was in it. */
export interface FormAgain {
  action: string
  fields: [name: string, value: string][]
  /** What somebody wrote, to be seen before it goes. */
  written: string[]
  signedOut: boolean
}

const TOKEN = '_csrf'

/**
 * The form of an expired page, where it was sent from a page of ours: another site could otherwise have its
 * own form confirmed. Files have not been read, so a form with files is not given back.
 */
export function formAgain(ctx: HttpContext): FormAgain | null {
  const { request } = ctx
  if (!request.is(['urlencoded']) || cameFrom(ctx) !== 'here') return null
  const fields = flat(request.body() as FormValue, '').filter(([name]) => name !== TOKEN)
  const query = new URLSearchParams(request.qs() as Record<string, string>)
  query.delete(TOKEN)
  return {
    action: query.size > 0 ? `${request.url()}?${query}` : request.url(),
    fields,
    written: fields
      .filter(([name, value]) => !name.startsWith('_') && value.trim())
      .map(([, value]) => value),
    signedOut: !request.url().startsWith('/sign-in') && !citizenOf(ctx),
  }
}

/** A body as the pairs that a form posts: `answers[address][street]`. */
function flat(value: FormValue, name: string): [string, string][] {
  if (typeof value === 'string') return [[name, value]]
  const within = (key: string) => (name ? `${name}[${key}]` : key)
  return Array.isArray(value)
    ? value.flatMap((item) => flat(item, `${name}[]`))
    : Object.entries(value).flatMap(([key, item]) => flat(item, within(key)))
}
