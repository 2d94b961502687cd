import type { Calendar } from '#deadlines/index'
import { type Trial, tryScenarios } from '#catalogue/domain/judge'
import type { Finding } from '#catalogue/domain/finding'
import { loadProcedure } from '#catalogue/queries/load_procedure'
import { listProcedures } from '#catalogue/queries/list_procedures'

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
