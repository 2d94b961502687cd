import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import { orderOf } from '#payments/queries/orders'
import type { PaymentOrder } from '#payments/types'

/** The order that a path names, when it is of whoever asks. */
export async function ownOrder({ town, citizen, params }: HttpContext): Promise<PaymentOrder> {
  const order = isUuid(params.id) ? await orderOf(town.id, citizen.personId, params.id) : null
  if (!order) throw notFound()
  return order
}

export const pathOf = ({ id }: Pick<PaymentOrder, 'id'>) => `/folder/payments/${id}`
