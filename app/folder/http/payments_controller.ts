import type { HttpContext } from '@adonisjs/core/http'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { textOf } from '#catalogue/queries/texts'
import { ownCase } from '#cases/queries/cases_of_person'
import { isUuid } from '#core/ids'
import { notFound, ProblemError } from '#core/http/problem'
import { listedDocument } from '#documents/queries/listed_document'
import { feeRows } from '#fees/index'
import { MOST_WAITING, PAGE, paged, seenUntil } from '#folder/http/paged'
import { wordsOf } from '#folder/http/words'
import { BeginAttempt } from '#payments/actions/begin_attempt'
import { RecordAnswer } from '#payments/actions/record_answer'
import { gatewaysOf, gatewayNamed } from '#payments/queries/gateways'
import { openAttempts, orderOf, ordersOf, settlementsOf } from '#payments/queries/orders'
import { proofOf } from '#payments/queries/proof'
import type { PaymentOrder } from '#payments/types'
import { officeAddress } from '#tenancy/queries/office_address'

/** What a person has been asked to pay, and how it stands. */
export default class PaymentsController {
  async index(ctx: HttpContext) {
    const { town, citizen, view } = ctx
    const words = wordsOf(ctx)
    const before = seenUntil(ctx)
    const [waiting, past] = await Promise.all([
      before ? [] : ordersOf(town.id, citizen.personId, { waiting: true, limit: MOST_WAITING }),
      ordersOf(town.id, citizen.personId, { waiting: false, before, limit: PAGE + 1 }),
    ])
    const { shown, pages } = paged(past, '/folder/payments', before)
    const listed = (order: PaymentOrder) => ({
      concept: order.concept,
      href: `/folder/payments/${order.id}`,
      amount: words.money(order.amount),
      reference: order.reference,
      state: order.state,
      until: words.day(new Date(order.expiresAt.getTime() - 1)),
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
    const words = wordsOf(ctx)
    const order = await this.find(ctx)
    const [own, settlements, attempts, proof] = await Promise.all([
      ownCase(town.id, citizen.personId, order.caseId),
      settlementsOf(town.id, order.id),
      openAttempts(town.id, order.id),
      order.state === 'paid' ? proofOf(town.id, order) : null,
    ])
    const procedure = own && (await frozenProcedure(own.summary.digest))
    const label = (id: string) => (procedure ? textOf(procedure.texts, lang, `fees.steps.${id}`) : null) ?? id
    return view.render('pages/folder/payment', {
      order: {
        concept: order.concept,
        reference: order.reference,
        amount: words.money(order.amount),
        state: order.state,
        until: words.day(new Date(order.expiresAt.getTime() - 1)),
        endedOn: order.endedAt && words.moment(order.endedAt),
        caseNumber: own?.summary.entryNumber ?? '',
        caseHref: `/folder/cases/${order.caseId}`,
      },
      fee: feeRows(order.assessment, { ...words, label, t: (key, params) => ctx.i18n.t(key, params) }),
      gateways: order.state === 'open' ? gatewaysOf(town).map(({ name }) => name) : [],
      waits: order.state === 'open' && attempts.length > 0,
      returned: settlements
        .filter(({ effect }) => effect === 'surplus')
        .map(({ amount, reason }) => ({ amount: words.money(amount), reason })),
      proof: proof && listedDocument(proof, words),
      begin: `/folder/payments/${order.id}/attempts`,
      check: `/folder/payments/${order.id}/check`,
    })
  }

  /** Off to a gateway. */
  async begin(ctx: HttpContext) {
    const { town, citizen, request, response, view } = ctx
    const order = await this.find(ctx)
    const offered = gatewaysOf(town)
    const gateway = offered.find(({ name }) => name === request.input('gateway')) ?? offered[0]
    if (!gateway) throw new ProblemError(409, 'E_NO_GATEWAY')
    const home = `/folder/payments/${order.id}`
    const begun = await new BeginAttempt().execute({
      municipalityId: town.id,
      personId: citizen.personId,
      orderId: order.id,
      gateway: gateway.name,
      at: new Date(),
    })
    if (!begun.ok) return response.redirect().status(303).toPath(home)
    const passage = await gateway.begin(
      town,
      begun.value.order,
      begun.value.attempt,
      `${officeAddress(town)}${home}`
    )
    if (passage.method === 'POST') return view.render('pages/payments/passage', { passage })
    const query = new URLSearchParams(passage.fields).toString()
    return response.redirect().status(303).toPath(`${passage.url}?${query}`)
  }

  /** Asks the gateways what became of the attempts that they have not answered for. */
  async check(ctx: HttpContext) {
    const { town, response } = ctx
    const order = await this.find(ctx)
    for (const attempt of await openAttempts(town.id, order.id)) {
      const answer = await gatewayNamed(attempt.gateway)?.inquire(town, attempt)
      if (answer)
        await new RecordAnswer().execute({
          municipalityId: town.id,
          gateway: attempt.gateway,
          answer,
          at: new Date(),
        })
    }
    return response.redirect().status(303).toPath(`/folder/payments/${order.id}`)
  }

  private async find({ town, citizen, params }: HttpContext): Promise<PaymentOrder> {
    const order = isUuid(params.id) ? await orderOf(town.id, citizen.personId, params.id) : null
    if (!order) throw notFound()
    return order
  }
}
