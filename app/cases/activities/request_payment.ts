import type { Activity } from '#cases/activities/activity'
import { recordEvent } from '#cases/actions/record_event'
import { localDate } from '#cases/domain/local_date'
import { textOf } from '#catalogue/queries/texts'
import { lastInstantToPay } from '#deadlines/index'
import { type Assessment, lessPaid } from '#fees/index'
import { orderPayment } from '#payments/actions/order_payment'
import { calendarsOf } from '#tenancy/queries/calendar'

/**
 * `payments.request`: asks the interested party for the fee of the case, or for another one that its process keeps (`fee`), less
 * what has been `paid` of it; until the end of the `term` (an input; see `lastInstantToPay`) or of the voluntary period (Law
 * 58/2003, art. 62.2). What comes to nothing is not asked for: the process goes on.
 */
export const requestPayment: Activity = {
  async commit(trx, context) {
    const { caseFile, procedure, town, at, key, input } = context
    const kept = (input['fee'] ?? caseFile.workflow.variables['fee']) as unknown as Assessment | undefined
    if (!kept) throw new Error('the case has no fee: it was filed under rates that could not be reckoned')
    const { applicant, personId, language } = caseFile
    if (personId === null || applicant.identifier === null || applicant.name === null)
      throw new Error('nobody is asked to pay in a case that was filed anonymously')
    const fee = lessPaid(kept, String(input['paid'] ?? 0))
    const calendar = (await calendarsOf(town.id)).at(caseFile.seats)
    const expiresAt = lastInstantToPay(at, input, calendar)
    const order = await orderPayment(trx, {
      caseId: caseFile.id,
      personId,
      key,
      concept: textOf(procedure.texts, language, 'sheet.title') ?? procedure.slug,
      language,
      payer: { identifier: applicant.identifier, name: applicant.name },
      assessment: fee,
      at,
      expiresAt: new Date(expiresAt),
      year: Number(localDate(at, town.timeZone).slice(0, 4)),
    })
    if (!order) return { result: { orderId: null, reference: null, asked: false } }
    await recordEvent(trx, context, {
      kind: 'payment_requested',
      public: true,
      data: { order: order.id, reference: order.reference, amount: fee.total },
    })
    return { result: { orderId: order.id, reference: order.reference, asked: true }, audit: order.audit }
  },
}
