import { offered } from '#catalogue/queries/offered'
import type { CompiledProcedure } from '#catalogue/types'
import type { Speech } from '#desk/http/speech'
import type { Option } from '#desk/types'
import { officersOf } from '#identity/queries/officers'
import { HANDLERS } from '#desk/http/desk_props'
import { unitsOf } from '#tenancy/queries/bodies_and_units'

/** The employees who may be given a case. */
export const officerChoices = async (municipalityId: string): Promise<Option[]> =>
  (await officersOf(municipalityId))
    .filter(({ roles }) => roles.some((role) => HANDLERS.includes(role)))
    .map(({ id, name }) => ({ value: id, label: name }))

export const unitChoices = async (municipalityId: string, speech: Speech): Promise<Option[]> =>
  (await unitsOf(municipalityId)).map(({ id, slug, name }) => ({
    value: id,
    label: speech.name(name) ?? slug,
  }))

/** The phases in which a case can stand: one that only ends have is of closed cases, which no list of work shows. */
const openPhases = ({ phases, graph }: CompiledProcedure): string[] => {
  const nodes = Object.values(graph.nodes)
  return phases.filter((phase) => nodes.some((node) => node.phase === phase && node.outgoing.length > 0))
}

/** The procedures that the town offers, and the phases of the one that is chosen (of all, while none is). */
export async function procedureChoices(
  municipalityId: string,
  chosen: string,
  speech: Speech
): Promise<{ procedures: Option[]; phases: Option[] }> {
  const all = await offered(municipalityId)
  const phases = new Map<string, string>()
  for (const procedure of all.filter(({ slug }) => !chosen || slug === chosen))
    for (const phase of openPhases(procedure))
      if (!phases.has(phase)) phases.set(phase, speech.of(procedure, `phases.${phase}`) ?? phase)
  return {
    procedures: all.map((procedure) => ({
      value: procedure.slug,
      label: speech.of(procedure, 'sheet.title') ?? procedure.slug,
    })),
    phases: [...phases].map(([value, label]) => ({ value, label })),
  }
}
