import { offered } from '#catalogue/queries/offered'
import type { CompiledProcedure } from '#catalogue/types'
import type { Beginning } from '#engine/index'

type By<Kind extends Beginning['by']> = Extract<Beginning, { by: Kind }>

/** The procedures that a town offers and that begin by something else than a filing, and at which start event. */
async function beginnings<Kind extends Beginning['by']>(
  municipalityId: string,
  by: Kind
): Promise<{ procedure: CompiledProcedure; begins: By<Kind> }[]> {
  const isBy = (one: Beginning): one is By<Kind> => one.by === by
  return (await offered(municipalityId)).flatMap((procedure) =>
    procedure.graph.starts.filter(isBy).map((begins) => ({ procedure, begins }))
  )
}

export const beginsByMessage = async (municipalityId: string, name: string) =>
  (await beginnings(municipalityId, 'message')).find(({ begins }) => begins.message === name) ?? null

export const beginsBySignal = async (municipalityId: string, name: string) =>
  (await beginnings(municipalityId, 'signal')).filter(({ begins }) => begins.signal === name)
