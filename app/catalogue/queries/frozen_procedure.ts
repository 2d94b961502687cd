import db from '@adonisjs/lucid/services/db'
import { compile } from '#catalogue/domain/compile'
import { keepCompiled, keptCompiled } from '#catalogue/compiled_cache'
import type { CompiledProcedure } from '#catalogue/types'

/** How many compiled versions a process keeps, the least recently used going first. */
const MOST = 200
const kept = new Map<string, Promise<CompiledProcedure>>()

/** There is no version of that digest that could be run. */
export class NoVersionError extends Error {
  readonly code = 'E_NO_VERSION'
}

async function load(digest: string): Promise<CompiledProcedure> {
  const cached = await keptCompiled(digest)
  if (cached) return cached
  const { rows } = await db.rawQuery(`SELECT files FROM procedure_versions WHERE digest = ?`, [digest])
  if (!rows[0]) throw new NoVersionError(`no published version ${digest}`)
  const compiled = await compile(new Map(Object.entries<string>(rows[0].files)))
  if (!compiled.ok)
    throw new NoVersionError(
      `published version ${digest} no longer compiles: ${JSON.stringify(compiled.error.slice(0, 3))}`
    )
  if (compiled.value.digest !== digest)
    throw new NoVersionError(`the documents of ${digest} are not the ones that were published`)
  await keepCompiled(compiled.value)
  return compiled.value
}

/** A published version, ready to run: compiled once, then from this process's memory. */
export function frozenProcedure(digest: string): Promise<CompiledProcedure> {
  const held = kept.get(digest)
  if (held) {
    kept.delete(digest)
    kept.set(digest, held)
    return held
  }
  const loading = load(digest)
  kept.set(digest, loading)
  loading.catch(() => kept.delete(digest))
  if (kept.size > MOST) kept.delete(kept.keys().next().value as string)
  return loading
}

/** The same, or null where no such version was published, or its documents are others now. */
export const knownProcedure = (digest: string): Promise<CompiledProcedure | null> =>
  frozenProcedure(digest).catch((error) => {
    if (error instanceof NoVersionError) return null
    throw error
  })
