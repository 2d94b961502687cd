import type { HttpContext } from '@adonisjs/core/http'

const CSP = 'content-security-policy'

/**
 * The policy of pages lets a form go to this site only, also when it is redirected; for this answer it is widened by the
 * sites of these addresses. A path is of this site.
 */
export function allowFormsTo({ response }: Pick<HttpContext, 'response'>, ...addresses: string[]): void {
  const sites = new Set(addresses.filter((one) => URL.canParse(one)).map((one) => new URL(one).origin))
  if (sites.size === 0) return
  const policy = String(response.getHeader(CSP) ?? '')
  response.header(CSP, policy.replace(/(form-action [^;]*)/, `$1 ${[...sites].join(' ')}`))
}
