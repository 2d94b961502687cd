import type { Diagnostic } from '#core/diagnostic'
import type { Calendar } from '#deadlines/index'
import { type Trial, tryScenarios } from '#catalogue/domain/judge'
import { loadProcedure } from '#catalogue/domain/load_procedure'
import { type ProcedurePlace, listProcedures } from '#catalogue/domain/read/list_procedures'
import type { CompiledProcedure } from '#catalogue/domain/types'

/** One procedure of a catalogue, as `lint` and `list` tell it; `procedure` is null when it does not compile. */
export interface Finding {
  place: ProcedurePlace
  procedure: CompiledProcedure | null
  /** Problems and warnings alike; empty when there is nothing to say. */
  diagnostics: Diagnostic[]
}

/** Every procedure under the root of a catalogue, with what is wrong with it; `slug` picks one. */
export async function lint(root: string, slug?: string): Promise<Finding[]> {
  const places = (await listProcedures(root)).filter((place) => slug === undefined || place.slug === slug)
  const findings: Finding[] = []
  for (const place of places) {
    const loaded = await loadProcedure(place)
    if (loaded.ok)
      findings.push({
        place,
        procedure: loaded.value.procedure,
        diagnostics: loaded.value.procedure.warnings,
      })
    else findings.push({ place, procedure: null, diagnostics: loaded.error })
  }
  return findings
}

/** The trial of every procedure that compiles, under one calendar; those that don't have no trial. */
export async function tryCatalogue(
  root: string,
  { calendar, slug }: { calendar: Calendar; slug?: string }
): Promise<(Finding & { trial: Trial | null })[]> {
  return (await lint(root, slug)).map((finding) => ({
    ...finding,
    trial: finding.procedure && tryScenarios(finding.procedure, { calendar }),
  }))
}
