import type { HttpContext } from '@adonisjs/core/http'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { textOf } from '#catalogue/queries/texts'
import { ownCase } from '#cases/queries/cases_of_person'
import { allowFormsTo } from '#core/http/allow_forms_to'
import { seenUntil } from '#core/http/asked'
import { listedDocument } from '#documents/queries/listed_document'
import { feeRows } from '#fees/index'
import { triedIn } from '#folder/domain/tries'
import { MOST_WAITING, PAGE, paged } from '#folder/http/paged'
import { ownOrder, pathOf } from '#folder/http/own_order'
import { refundsShown } from '#folder/http/refunds_shown'
import { legalWordsOf } from '#folder/http/words'
import { isPayable } from '#payments/domain/term'
import { gatewaysOf } from '#payments/queries/gateways'
import { attemptsOf, ordersOf } from '#payments/queries/orders'
import { proofOf } from '#payments/queries/proof'
import type { PaymentOrder } from '#payments/types'

/** What a person has been asked to pay, and how it stands. */
export default class PaymentsController {
  async index(ctx: HttpContext) {
    const { town, citizen, view } = ctx
    const words = await legalWordsOf(ctx)
    const before = seenUntil(ctx)
    const now = new Date()
    const [waiting, past] = await Promise.all([
      before ? [] : ordersOf(town.id, citizen.personId, { waiting: true, limit: MOST_WAITING }),
      ordersOf(town.id, citizen.personId, { waiting: false, before, limit: PAGE + 1 }),
    ])
    const { shown, pages } = paged(past, '/folder/payments', before)
    const listed = (order: PaymentOrder) => ({
      concept: order.concept,
      href: pathOf(order),
      amount: words.money(order.amount),
      reference: order.reference,
      state: order.state,
      until: words.before(order.expiresAt),
      payable: isPayable(order, now),
      endedOn: order.endedAt && words.day(order.endedAt),
    })
    return view.render('pages/folder/payments', {
      waiting: before ? null : waiting.map(listed),
      past: shown.map(listed),
      pages,
    })
  }

  async show(ctx: HttpContext) {
    const { town, citizen, lang, view } = ctx
    const words = await legalWordsOf(ctx)
    const order = await ownOrder(ctx)
    const now = new Date()
    const [own, refunds, attempts, proof] = await Promise.all([
      ownCase(town.id, citizen.personId, order.caseId),
      refundsShown(town.id, order, words),
      attemptsOf(town.id, order.id),
      order.state === 'paid' ? proofOf(town.id, order) : null,
    ])
    const procedure = own && (await frozenProcedure(own.summary.digest))
    const label = (id: string) => (procedure ? textOf(procedure.texts, lang, `fees.steps.${id}`) : null) ?? id
    const payable = isPayable(order, now)
    const gateways = payable ? gatewaysOf(town) : []
    allowFormsTo(ctx, ...gateways.flatMap((gateway) => gateway.sites(town)))
    return view.render('pages/folder/payment', {
      order: {
        concept: order.concept,
        reference: order.reference,
        amount: words.money(order.amount),
        state: order.state,
        until: words.before(order.expiresAt),
        endedOn: order.endedAt && words.moment(order.endedAt),
        caseNumber: own?.summary.entryNumber ?? '',
        caseHref: `/folder/cases/${order.caseId}`,
      },
      fee: feeRows(order.assessment, { ...words, label, t: (key, params) => ctx.i18n.t(key, params) }),
      gateways: gateways.map(({ name }) => name),
      termEnded: order.state === 'open' && !payable,
      tried: triedIn(order, attempts, now, words),
      refunds,
      proof: proof && listedDocument(proof, words),
      begin: `${pathOf(order)}/attempts`,
      check: `${pathOf(order)}/check`,
    })
  }
}
