import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'

/** This page in another language. The answer to a post that has no page of its own leads to where the post came from. */
export function languageAddress({ request }: HttpContext, lang: string): string {
  const asked = request.qs() as Record<string, string>
  if (request.method() === 'GET' || router.match(request.url(), 'GET', false))
    return `?${new URLSearchParams({ ...asked, lang })}`
  const from = URL.parse(request.header('referer') ?? '')
  return `${from?.host === request.host() ? from?.pathname : '/'}?lang=${lang}`
}
