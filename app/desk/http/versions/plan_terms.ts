import type { DryRun } from '#cases/queries/dry_run'
import {
  drawnText,
  type MigrationPlan,
  type TermChange,
  termsBetween,
} from '#catalogue/domain/migration/index'
import type { CompiledProcedure } from '#catalogue/types'
import type { VersionPlanPage } from '#desk/domain/versions_page'
import { elementWords } from '#desk/http/incident_line'
import type { Speech } from '#desk/http/speech'

interface Planned {
  from: CompiledProcedure
  to: CompiledProcedure
  plan: MigrationPlan
}

const lengthOf = ({ term, ...due }: TermChange['before'], { t }: Speech): string =>
  term ? t(`portal.terms.${term.unit}`, { amount: term.amount }) : drawnText(due)

/** The terms that differ, and what becomes of those that run; with how many do, once it was tried. */
export const termRows = (
  { from, to, plan }: Planned,
  ahead: DryRun | undefined,
  speech: Speech
): VersionPlanPage['terms'] =>
  termsBetween(from, to, plan).map((one) => ({
    ...{ element: one.to, name: elementWords(to, one.to, speech), count: one.count, ground: one.ground },
    ...{ before: lengthOf(one.before, speech), now: lengthOf(one.now, speech) },
    cases: ahead?.elements.find(({ element }) => element === one.from)?.cases ?? 0,
  }))

/** What a plan says that the page does not ask about, line by line. */
export function restOf({ from, to, plan }: Planned, speech: Speech): string[] {
  const { t } = speech
  const line = (id: string, params: Record<string, string>) => t(`desk.versions.says.${id}`, params)
  const asked = new Set(termsBetween(from, to, plan).map((one) => one.to))
  return [
    ...(plan.timers ?? [])
      .filter(({ element }) => !asked.has(element))
      .map(({ element, count, ground }) =>
        line('timer', {
          name: elementWords(to, element, speech),
          how: t(`desk.versions.counts.${count}`),
          ground,
        })
      ),
    ...(plan.classes ?? []).map(({ change, of, class: how }) =>
      line('class', {
        what: [t(`desk.versions.changes.${change}`), of && elementWords(from, of, speech)]
          .filter(Boolean)
          .join(' · '),
        how: t(`desk.versions.treated.${how}`),
      })
    ),
    ...(plan.phases ?? []).map((one) => line('phase', one)),
    ...(plan.variables ?? []).map((one) => line('variable', one)),
    ...(plan.law ? plan.law.follow.map((part) => line(part, { ground: plan.law!.ground })) : []),
  ]
}
