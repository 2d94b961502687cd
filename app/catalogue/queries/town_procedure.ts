import { carry } from '#catalogue/domain/seams/carry'
import { picked } from '#catalogue/domain/seams/picked'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { type FilledIn, valuesOf } from '#catalogue/queries/town_values'
import type { CompiledProcedure } from '#catalogue/types'

/** How many are kept a process, the least recently used going first; what is not the town's own is shared with all. */
const MOST = 500
const kept = new Map<string, CompiledProcedure>()

/** What a town has filled in does not fit this version. It is refused when it is written; here a version may be older. */
export class ValuesMisfitError extends Error {
  readonly code = 'E_VALUES_MISFIT'
}

function carriedWith(published: CompiledProcedure, { digest, contents }: FilledIn): CompiledProcedure {
  const key = `${published.digest} ${digest}`
  const held = kept.get(key)
  if (held) {
    kept.delete(key)
    kept.set(key, held)
    return held
  }
  const carried = carry(published, picked(published, contents), { digest })
  if (!carried.ok)
    throw new ValuesMisfitError(
      `${key}: ${carried.error.map(({ code, pointer }) => code + pointer).join(' ')}`
    )
  kept.set(key, carried.value)
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
  return carried.value
}

/**
 * A published version as a town carries it: with its own rates, values, unit and body. Compiled once for each of both
 * digests, then from this process's memory; which values hold is asked every ten seconds, and when they change.
 */
export async function townProcedure(municipalityId: string, digest: string): Promise<CompiledProcedure> {
  const [published, values] = await Promise.all([frozenProcedure(digest), valuesOf(municipalityId)])
  const own = values.get(published.slug)
  return own ? carriedWith(published, own) : published
}
