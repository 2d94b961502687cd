import { frozenProcedure, knownProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import type { Graph } from '#engine/index'
import { rowsOfTown } from '#tenancy/town_transaction'

interface Turn {
  id: string
  at: Date
  from: string
  to: string
}

/** By which version of its procedure a case went when: what was said and asked then is told in the words of then. */
export interface CaseVersions {
  /** At a line of its history. */
  ofLine(line: { id: string }): CompiledProcedure
  at(moment: Date): CompiledProcedure
}

const TURNS = `
SELECT id, at, data ->> 'from' AS "from", data ->> 'to' AS "to" FROM case_events
WHERE municipality_id = $1 AND case_id = $2 AND kind = 'version_changed' ORDER BY id`

export async function versionsOfCase(
  municipalityId: string,
  { id, digest }: { id: string; digest: string }
): Promise<CaseVersions> {
  const turns = await rowsOfTown<Turn>(municipalityId, TURNS, [municipalityId, id], 'versions_of_case')
  const digests = [...new Set([digest, ...turns.flatMap(({ from, to }) => [from, to])])]
  const known = new Map(
    await Promise.all(digests.map(async (one) => [one, await frozenProcedure(one)] as const))
  )
  const before = (later: (turn: Turn) => boolean) =>
    known.get(turns.find(later)?.from ?? digest) as CompiledProcedure
  return {
    ofLine: (line) => before((turn) => turn.id > line.id),
    at: (moment) => before((turn) => turn.at > moment),
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
