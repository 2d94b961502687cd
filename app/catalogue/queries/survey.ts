import type { Calendar } from '#deadlines/index'
import { type Trial, tryScenarios } from '#catalogue/domain/judge'
import type { CompiledProcedure } from '#catalogue/domain/types'
import type { Finding } from '#catalogue/domain/finding'
import { loadProcedure } from '#catalogue/queries/load_procedure'
import { listProcedures } from '#catalogue/queries/list_procedures'

/** Every procedure under the root of a catalogue, with what is wrong with it; `slug` picks one. */
export async function lint(root: string, slug?: string): Promise<Finding[]> {
  const all = await listProcedures(root)
  const places = all.filter((place) => slug === undefined || place.slug === slug)
  const findings: Finding[] = []
  for (const place of places) {
    const loaded = await loadProcedure(
      place,
      all.map((each) => each.slug)
    )
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
  const findings = await lint(root, slug)
  const procedures = await calledBy(root, findings)
  return findings.map((finding) => ({
    ...finding,
    trial: finding.procedure && tryScenarios(finding.procedure, { calendar, procedures }),
  }))
}

/** All procedures of a catalogue by their slugs, where one that was found calls another; else those found. */
export async function calledBy(
  root: string,
  findings: Finding[]
): Promise<Record<string, CompiledProcedure>> {
  const calls = ({ procedure }: Finding) =>
    Object.values(procedure?.graph.nodes ?? {}).some(({ kind }) => kind === 'call_activity')
  const all = findings.some(calls) ? await lint(root) : findings
  return Object.fromEntries(all.flatMap(({ procedure }) => (procedure ? [[procedure.slug, procedure]] : [])))
}
