import type { Route } from '#cases/domain/migration/types'
import { digestOf } from '#core/digest'
import type { State } from '#engine/index'

/** How a case came where it is. */
interface Came {
  outcome: string
  planDigest: string
  moved: { workflow: string } | null
}

/** Why a case can't go back to where a plan had it come from; null where it can: it stands exactly as it came. */
export function whyNotBack(
  { state, digest, workflow }: { state: string; digest: string; workflow: State },
  last: Came | null,
  route: Route
): string | null {
  if (state === 'closed') return 'closed'
  if (last?.outcome !== 'moved' || last.planDigest !== route.digest || digest !== route.to.digest)
    return 'other_version'
  return digestOf(workflow) === last.moved?.workflow ? null : 'gone_on'
}
