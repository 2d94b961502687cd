import type { Json } from '#core/json'
import { effectiveFiling } from '#deadlines/index'
import { isService, keepOf } from '#exchange/index'
import type { World } from '#catalogue/domain/simulate/world'

/** This time nothing came of it, and it is tried again. */
export const FAILED = Symbol('failed')

/** A business error in place of a result. */
export class Refusal {
  constructor(readonly code: string) {}
}

/** What the register of a scenario answers: the next of its `replies`, and the last of them from then on. */
export function askSimulated(world: World, input: Record<string, Json>): Json | typeof FAILED {
  const { service, scope = 'person', objected } = input
  if (objected === true) return { outcome: 'objected', found: false, data: null, askedAt: null }
  const reply = world.replies.length > 1 ? world.replies.shift() : world.replies[0]
  if (!reply) {
    world.obstacles.push({ code: 'NO_REPLY', pointer: '/replies', params: { service: String(service) } })
    return FAILED
  }
  if (reply.outcome === 'unavailable') return FAILED
  const { identifier = '', name = '' } = (world.applicant ?? {}) as Record<string, string>
  const asked = {
    subject: { identifier, name },
    scope: scope === 'household' ? ('household' as const) : ('person' as const),
    on: effectiveFiling(world.now, world.calendar).recordedDate,
  }
  const data = isService(service) && reply.data ? keepOf(service, reply.data, asked) : null
  if (reply.outcome === 'found' && !data)
    world.obstacles.push({
      code: 'REPLY_UNREADABLE',
      pointer: '/replies',
      params: { service: String(service) },
    })
  return { outcome: reply.outcome, found: reply.outcome === 'found', data, askedAt: world.now }
}
