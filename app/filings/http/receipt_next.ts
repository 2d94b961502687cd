import type { HttpContext } from '@adonisjs/core/http'
import { asksToPayFirst, handsOver } from '#catalogue/queries/by_itself'
import type { CompiledProcedure } from '#catalogue/types'
import { fileSize } from '#forms/index'
import { figuresOf } from '#core/locale'
import { lastDateBefore } from '#deadlines/index'
import { untilText } from '#filings/http/days'
import type { Filed } from '#filings/domain/filed'
import type { Awaited, FollowUp } from '#filings/queries/follow_up'
import type { Applicant } from '#filings/types'
import { mailLeaves } from '#notifications/queries/mail_leaves'

/** How an applicant will hear of what comes of it, as `filings.receipt.next.<this>` says. */
export function howToldOf(
  { sheet }: CompiledProcedure,
  { name, email, postalAddress }: Applicant,
  { demo }: { demo: boolean }
): string {
  if (name === null) return 'followUp'
  if (!sheet.needs.includes('notifications')) return 'answered'
  if (postalAddress) return 'onPaper'
  if (!email) return 'withoutNotice'
  if (mailLeaves()) return 'notified'
  return demo ? 'noticeKept' : 'withoutMail'
}

/** What its procedure does for a filing without anybody having looked at it; null where somebody looks first. */
export function awaitedOf({ kind, procedure }: Pick<Filed, 'kind' | 'procedure'>): Awaited | null {
  if (kind !== 'submission') return null
  if (handsOver(procedure)) return 'document'
  return asksToPayFirst(procedure) ? 'payment' : null
}

/** What happens first, as `filings.receipt.next.<this>` says. */
export function howItGoesOn(
  { kind, procedure }: Pick<Filed, 'kind' | 'procedure'>,
  follows: FollowUp | null
): string {
  if (follows?.awaited === 'document') return ofDocument(follows)
  if (follows) return ofPayment(follows)
  if (kind !== 'submission') return kind
  return procedure.sheet.needs.includes('notifications') ? kind : 'informal'
}

function ofDocument({ given, task }: FollowUp): string {
  if (task === null) return 'atOnce'
  return given.length > 0 ? 'looked' : 'looking'
}

function ofPayment({ order, task }: FollowUp): string {
  if (order) return 'paying'
  return task ? 'checking' : 'toPay'
}

/** What a filing has brought, as its receipt shows it. `here` is the page that may be looked at again. */
export async function followUpShown(
  ctx: HttpContext,
  { awaited, given, order, coming }: FollowUp,
  { documentsAt, here }: { documentsAt: string; here: string }
) {
  const { lang, town } = ctx
  return {
    awaited,
    given: given.map(({ id, name, size }) => ({
      title: name,
      pdf: `${documentsAt}/${id}`,
      page: `${documentsAt}/${id}/page`,
      size: fileSize(size ?? 0, lang),
    })),
    pay: order && {
      href: `/folder/payments/${order.id}`,
      amount: figuresOf(lang).money(order.amount),
      until: await untilText(ctx, lastDateBefore(order.expiresAt.toISOString(), town.timeZone)),
    },
    coming: coming ? here : null,
  }
}
