import { type ModificationAhead, modificationAhead } from '#cases/domain/modification_ahead'
import type { LockedCase } from '#cases/queries/locked_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { digestOf } from '#core/digest'
import { type Result, err, ok } from '#core/result'
import { type Modification, type ModificationFault, modificationFaults } from '#engine/index'
import { calendarsOf } from '#tenancy/queries/calendar'

export type { ModificationAhead }

/** Where a case stands, and where it could be made to begin. */
export interface Standing {
  tokens: { key: string; element: string; waits: string; incident: boolean; scope: string | null }[]
  places: { element: string; kind: string }[]
}

/** What only watches something goes with it, and stands here where it has stopped: then it can be taken away alone. */
export async function standingOf({ digest, workflow }: LockedCase): Promise<Standing> {
  const { graph } = await frozenProcedure(digest)
  const isPlace = (element: string) =>
    modificationFaults(graph, workflow, { cancel: [], activate: [{ element }] }).length === 0
  return {
    tokens: Object.entries(workflow.tokens)
      .filter(([, { host, starter, incident }]) => incident || (host === undefined && !starter))
      .map(([key, { element, waits, incident, scope }]) => ({
        ...{ key, element, waits, incident: incident !== undefined, scope: scope ?? null },
      })),
    places: Object.values(graph.nodes)
      .filter(({ id }) => isPlace(id))
      .map(({ id, kind }) => ({ element: id, kind })),
  }
}

/** What tells whether a case has moved since somebody looked at it. */
export const standingDigest = ({ workflow }: Pick<LockedCase, 'workflow'>): string => digestOf(workflow)

/** What would come of moving a case by hand; or why it can't be. Nothing is changed. */
export async function lookAhead(
  municipalityId: string,
  { digest, workflow, seats }: LockedCase,
  modification: Modification,
  at: Date
): Promise<Result<ModificationAhead, ModificationFault[]>> {
  const { graph } = await frozenProcedure(digest)
  const faults = modificationFaults(graph, workflow, modification)
  if (faults.length > 0) return err(faults)
  const { timeZone } = (await calendarsOf(municipalityId)).at(seats)
  return ok(modificationAhead(graph, workflow, modification, { at, timeZone }))
}
