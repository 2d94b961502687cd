import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { PlayDemo } from '#payments/actions/play_demo'
import { DEMO_WISHES, type DemoWish } from '#payments/domain/demo_plan'
import { stagedGatewayOf } from '#payments/queries/gateways'
import { attemptById, orderById } from '#payments/queries/orders'
import { inTown } from '#tenancy/town_transaction'

/** The page of the gateway where nobody pays: it asks what shall happen. */
export default class DemoGatewayController {
  async show(ctx: HttpContext) {
    const { view } = ctx
    const { order, attempt } = await this.find(ctx)
    return view.render('pages/payments/demo_gateway', {
      attempt: attempt.id,
      order: { reference: order.reference, concept: order.concept, amount: order.amount / 100 },
      wishes: DEMO_WISHES,
      returnTo: this.back(order.id),
    })
  }

  async store(ctx: HttpContext) {
    const { town, request, response } = ctx
    const { gateway, order, attempt } = await this.find(ctx)
    const wish = DEMO_WISHES.find((one) => one === request.input('wish')) ?? ('cancel' as DemoWish)
    await new PlayDemo(gateway).execute({ town, attemptId: attempt.id, wish, at: new Date() })
    return response.redirect().status(303).toPath(this.back(order.id))
  }

  private back = (orderId: string) => `/folder/payments/${orderId}`

  private async find({ town, request }: HttpContext) {
    const gateway = stagedGatewayOf(town)
    const id: unknown = request.input('attempt')
    if (!gateway || !isUuid(id)) throw notFound()
    return inTown(town.id, async (trx) => {
      const attempt = await attemptById(trx, id)
      const order = attempt && (await orderById(trx, attempt.orderId))
      if (!order) throw notFound()
      return { gateway, attempt, order }
    })
  }
}
