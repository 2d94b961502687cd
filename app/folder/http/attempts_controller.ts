import type { HttpContext } from '@adonisjs/core/http'
import { allowFormsTo } from '#core/http/allow_forms_to'
import { ProblemError } from '#core/http/problem'
import { refuseTooMany } from '#core/http/rate'
import { ownOrder, pathOf } from '#folder/http/own_order'
import { BeginAttempt } from '#payments/actions/begin_attempt'
import { RecordAnswer } from '#payments/actions/record_answer'
import type { GatewayAnswer } from '#payments/contract'
import { gatewaysOf, gatewayNamed } from '#payments/queries/gateways'
import { openAttempts } from '#payments/queries/orders'
import type { PaymentAttempt, PaymentOrder } from '#payments/types'
import { officeAddress } from '#tenancy/queries/office_address'

/** A gateway is asked for each of them. */
const CHECKS = { requests: 10, duration: '1 min' }

/** Off to a gateway, and what became of those who went. */
export default class AttemptsController {
  async store(ctx: HttpContext) {
    const { town, citizen, request, response, view } = ctx
    const order = await ownOrder(ctx)
    const offered = gatewaysOf(town)
    const gateway = offered.find(({ name }) => name === request.input('gateway')) ?? offered[0]
    if (!gateway) throw new ProblemError(409, 'E_NO_GATEWAY')
    const begun = await new BeginAttempt().execute({
      municipalityId: town.id,
      personId: citizen.personId,
      orderId: order.id,
      gateway: gateway.name,
      at: new Date(),
    })
    if (!begun.ok) return response.redirect().status(303).toPath(pathOf(order))
    const { attempt } = begun.value
    const back = `${officeAddress(town)}${pathOf(order)}`
    const passage = await gateway.begin(town, begun.value.order, attempt, back).catch(async (error) => {
      // Nobody has left: the attempt is over, and waits for no news.
      await this.record(ctx, attempt, { outcome: 'cancelled', attemptId: attempt.id })
      throw this.away(order, error)
    })
    if (passage.method === 'POST') {
      allowFormsTo(ctx, passage.url, ...gateway.sites(town))
      return view.render('pages/payments/passage', { passage })
    }
    const query = new URLSearchParams(passage.fields).toString()
    return response.redirect().status(303).toPath(`${passage.url}?${query}`)
  }

  /** Asks the gateways what became of the attempts that they have not answered for. */
  async check(ctx: HttpContext) {
    const { town, citizen, response } = ctx
    const order = await ownOrder(ctx)
    await refuseTooMany(ctx, `payment_check:${town.id}:${citizen.personId}`, CHECKS)
    const failures: unknown[] = []
    let answered = false
    for (const attempt of await openAttempts(town.id, order.id)) {
      try {
        const answer = await gatewayNamed(attempt.gateway)?.inquire(town, attempt)
        if (!answer) continue
        await this.record(ctx, attempt, answer)
        answered = true
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0 && !answered) throw this.away(order, failures[0])
    return response.redirect().status(303).toPath(pathOf(order))
  }

  private record = ({ town }: HttpContext, { gateway }: PaymentAttempt, answer: GatewayAnswer) =>
    new RecordAnswer().execute({ municipalityId: town.id, gateway, answer, at: new Date() })

  private away(order: PaymentOrder, cause: unknown): ProblemError {
    const way = { text: order.concept, href: pathOf(order) }
    return Object.assign(new ProblemError(503, 'E_GATEWAY_AWAY', {}, [], [way]), { cause })
  }
}
