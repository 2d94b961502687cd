import type { HttpContext } from '@adonisjs/core/http'

const CSP = 'content-security-policy'

/**
 * A page with one button, which a script presses: it posts fields to a provider, or those of a provider to us. The
 * policy of pages lets a form go to this site only, and is widened by the one address that this form goes to.
 */
export function handOver(ctx: HttpContext, action: string, fields: Record<string, string>) {
  const { response, view } = ctx
  if (URL.canParse(action)) {
    const policy = String(response.getHeader(CSP) ?? '')
    response.header(CSP, policy.replace(/(form-action [^;]*)/, `$1 ${new URL(action).origin}`))
  }
  return view.render('pages/portal/hand_over', { action, fields: Object.entries(fields) })
}
