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

/** The procedures that the town offers. */
export const procedureChoices = async (municipalityId: string, speech: Speech): Promise<Option[]> =>
  (await offered(municipalityId)).map((procedure) => ({
    value: procedure.slug,
    label: speech.of(procedure, 'sheet.title') ?? procedure.slug,
  }))

/** A phase as its reader knows it, by its words, with the phases that carry them: `slug/phase`. */
export interface PhaseChoice extends Option {
  carriers: string[]
  /** The procedure whose it is; empty for the words of several. */
  group: string
}

/**
 * The phases of the procedure that is chosen (of all, while none is). An id may have other words in another
 * procedure, and the same words another id there; the first that carries the words stands for all in the address.
 * Those of several procedures come first, the others under their own.
 */
export async function phaseChoices(
  municipalityId: string,
  chosen: string,
  speech: Speech
): Promise<PhaseChoice[]> {
  const byWords = new Map<string, { carriers: string[]; titles: Set<string> }>()
  for (const procedure of await offered(municipalityId)) {
    if (chosen && procedure.slug !== chosen) continue
    for (const phase of openPhases(procedure)) {
      const words = speech.of(procedure, `phases.${phase}`) ?? phase
      const { carriers, titles } = byWords.get(words) ?? { carriers: [], titles: new Set<string>() }
      carriers.push(`${procedure.slug}/${phase}`)
      titles.add(speech.of(procedure, 'sheet.title') ?? procedure.slug)
      byWords.set(words, { carriers, titles })
    }
  }
  return [...byWords]
    .map(([label, { carriers, titles }]) => ({
      ...{ value: carriers[0]!, label, carriers },
      group: chosen || titles.size > 1 ? '' : [...titles][0]!,
    }))
    .sort((a, b) => a.group.localeCompare(b.group, speech.lang))
}
