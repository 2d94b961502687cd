import { frozenProcedure, knownProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import type { Graph } from '#engine/index'
import { rowsOfTown } from '#tenancy/town_transaction'

interface Turn {
  id: string
  at: Date
  from: string
  to: string
  plan: Record<string, string> | null
  why: string | null
}

/** A change of version: from which to which, why the plan says so, and why it was carried out or taken back. */
export interface VersionTurn {
  from: CompiledProcedure
  to: CompiledProcedure
  plan: Record<string, string> | null
  why: string | null
}

/** By which version of its procedure a case went when: what was said and asked then is told in the words of then. */
export interface CaseVersions {
  /** At a line of its history. */
  ofLine(line: { id: string }): CompiledProcedure
  at(moment: Date): CompiledProcedure
  /** What a line of its history tells that changed its version; null for any other. */
  turn(line: { id: string }): VersionTurn | null
}

/** Each change of version has a receipt, in the same order. */
const TURNS = `
SELECT e.id, e.at, e.data ->> 'from' AS "from", e.data ->> 'to' AS "to", p.contents -> 'reason' AS plan, r.reason AS why
FROM (SELECT id, at, data, row_number() OVER (ORDER BY id) AS nth FROM case_events
  WHERE municipality_id = $1 AND case_id = $2 AND kind = 'version_changed') e
LEFT JOIN (SELECT run_id, row_number() OVER (ORDER BY id) AS nth FROM case_migrations
  WHERE municipality_id = $1 AND case_id = $2 AND outcome <> 'stays') m ON m.nth = e.nth
LEFT JOIN migration_runs r ON r.municipality_id = $1 AND r.id = m.run_id
LEFT JOIN migration_plans p ON p.municipality_id = $1 AND p.id = r.plan_id
ORDER BY e.id`

export async function versionsOfCase(
  municipalityId: string,
  { id, digest }: { id: string; digest: string }
): Promise<CaseVersions> {
  const turns = await rowsOfTown<Turn>(municipalityId, TURNS, [municipalityId, id], 'versions_of_case')
  const digests = [...new Set([digest, ...turns.flatMap(({ from, to }) => [from, to])])]
  const known = new Map(
    await Promise.all(digests.map(async (one) => [one, await frozenProcedure(one)] as const))
  )
  const byDigest = (one: string) => known.get(one) as CompiledProcedure
  const before = (later: (turn: Turn) => boolean) => byDigest(turns.find(later)?.from ?? digest)
  return {
    ofLine: (line) => before((turn) => turn.id > line.id),
    at: (moment) => before((turn) => turn.at > moment),
    turn: (line) => {
      const found = turns.find(({ id: one }) => one === line.id)
      return found ? { ...found, from: byDigest(found.from), to: byDigest(found.to) } : null
    },
  }
}

/** The graphs of all versions that a case has run on, by digest; what no longer compiles is left out. */
export async function graphsOf(digest: string, lines: object[]): Promise<Map<string, Graph>> {
  const named = (lines as { from?: string; to?: string }[]).flatMap(({ from = digest, to = digest }) => [
    from,
    to,
  ])
  const graphs = new Map<string, Graph>()
  for (const one of new Set([digest, ...named])) {
    const procedure = await knownProcedure(one)
    if (procedure) graphs.set(one, procedure.graph)
  }
  return graphs
}
