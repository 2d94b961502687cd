import type { Json } from '#core/json'
import { issued } from '#catalogue/domain/simulate/issued'
import type { World } from '#catalogue/domain/simulate/world'
import type { Step } from '#catalogue/domain/scenario'

type Message = Extract<Step, { message: unknown }>

/** What a message is about, and what it says. */
interface Told {
  correlation?: string
  payload: Record<string, Json>
}

/** The last notification, or the last one of a certain document. */
const notificationOf = (world: World, template: string | undefined): string | undefined =>
  world.notifications.findLast((one) => template === undefined || one.template === template)?.id

/** A letter that is never posted decides nothing any more. */
function takenBack(world: World, id: string | undefined): void {
  const letter = world.notifications.find((one) => one.id === id)
  if (letter?.template === world.decided) world.decided = null
}

/** All sign, unless the step says that somebody refused; what is signed comes into the case. */
function signed(world: World, { of, payload = {} }: Message): Told {
  const request = world.signatures.findLast(
    ({ template, open }) => open && (of === undefined || template === of)
  )
  const state = payload['state'] ?? 'signed'
  if (request) request.open = false
  const document =
    request && state === 'signed' ? issued(world, request.template) : { documentId: null, number: null }
  const told = { requestId: request?.id ?? null, state, ...document, reason: null, refusedBy: null }
  return { correlation: request?.id, payload: { ...told, ...payload } }
}

/** What an office says as it would, or a citizen as the step has it. What it is about waits no more. */
export function told(world: World, step: Message): Told {
  const { message, by, of, correlation: carried, payload = {} } = step
  if (by) return { payload }
  if (carried !== undefined) return { correlation: carried, payload }
  if (message === 'signature_ended') return signed(world, step)
  const correlation = message === 'payment_ended' ? world.payments.at(-1)?.id : notificationOf(world, of)
  const order = world.payments.find(({ id }) => id === correlation)
  if (payload['outcome'] === 'taken_back') takenBack(world, correlation)
  // What comes when it is not waited for any more goes back.
  if (order?.open) {
    order.paid = payload['state'] === 'paid'
    world.money.push({ what: order.paid ? 'paid' : 'expired', amount: order.total })
  }
  for (const one of [...world.payments, ...world.notifications]) if (one.id === correlation) one.open = false
  return { correlation, payload }
}
