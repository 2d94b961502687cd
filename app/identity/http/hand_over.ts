import type { HttpContext } from '@adonisjs/core/http'
import { allowFormsTo } from '#core/http/allow_forms_to'

/** A page with one button, which a script presses: it posts fields to a provider, or those of a provider to us. */
export function handOver(ctx: HttpContext, action: string, fields: Record<string, string>) {
  allowFormsTo(ctx, action)
  return ctx.view.render('pages/portal/hand_over', { action, fields: Object.entries(fields) })
}
