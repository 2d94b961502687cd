import type { CompiledProcedure, Scenario } from '#catalogue/types'
import { uuidv7 } from '#core/ids'
import type { BenchTown } from '#tests/bench/towns'
import { inTown } from '#tenancy/town_transaction'

const INSERT = `
INSERT INTO drafts (municipality_id, id, slug, digest, person_id, language, answers, version, created_at, updated_at, expires_at)
SELECT $1, d.id, $3, $4, $5, 'es', $6::jsonb, 1, now(), now(), now() + interval '30 days' FROM unnest($2::uuid[]) AS d(id)`

/** What is filed: the procedure's first golden case. */
export const filedCase = (procedure: CompiledProcedure): Scenario => Object.values(procedure.scenarios)[0]!

export const answersOf = (procedure: CompiledProcedure) => filedCase(procedure).answers

/** Drafts that are ready to be filed, made in one statement; answers their ids. */
export async function makeDrafts(
  town: BenchTown,
  procedure: CompiledProcedure,
  count: number
): Promise<string[]> {
  const ids = Array.from({ length: count }, () => uuidv7())
  const answers = JSON.stringify(answersOf(procedure))
  await inTown(town.id, (trx) =>
    trx.rows(INSERT, [town.id, ids, procedure.slug, procedure.digest, town.personId, answers])
  )
  return ids
}
