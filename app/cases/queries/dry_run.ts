import { type DayAhead, daysMoved } from '#cases/queries/days_moved'
import { planMove } from '#cases/domain/migration/plan_move'
import { type Sample, Tally } from '#cases/domain/migration/tally'
import type { Route, Stay } from '#cases/domain/migration/types'
import { standsOn } from '#cases/domain/migration/undo'
import { sourceOf, triedCases } from '#cases/queries/migration_cases'
import type { TownPlan } from '#cases/queries/migration_plans'
import type { Stage } from '#cases/queries/migration_runs'
import type { ChangeClass } from '#catalogue/domain/migration/index'
import { digestOf } from '#core/digest'
import { calendarsOf } from '#tenancy/queries/calendar'

/** What a plan would do, case by case, counted; nothing is written. */
export interface DryRun {
  cases: number
  /** Those that would move, by the strictest change that each feels. */
  moves: { class: ChangeClass; cases: number; samples: Sample[] }[]
  /** The last days that would be others: of a term by its element, or of that to resolve (null). */
  days: { element: string | null; cases: number; samples: (Sample & Omit<DayAhead, 'element'>)[] }[]
  /** Where cases wait, how many there are and how many of them would move. */
  elements: { element: string; cases: number; moves: number }[]
  /** Why the others would stay. */
  stays: (Stay & { cases: number; samples: Sample[] })[]
}

/** Tries a plan on every case of a stage as it stands, without touching it. */
export async function dryRun(municipalityId: string, route: Route, stage: Stage, at: Date): Promise<DryRun> {
  const calendars = await calendarsOf(municipalityId)
  const moves = new Tally<{ class: ChangeClass }>()
  const stays = new Tally<Stay>()
  const days = new Tally<{ element: string | null }, DryRun['days'][number]['samples'][number]>()
  const elements = new Map<string, { cases: number; moves: number }>()
  let cases = 0
  for await (const one of triedCases(municipalityId, { digest: route.from.digest }, stage)) {
    cases += 1
    const calendar = calendars.at(one.seats)
    const planned = planMove(one, route, { at, calendar, reviewed: stage.reviewed ?? false })
    const sample = { id: one.id, number: one.number }
    if (planned.ok) moves.add(planned.value.class, { class: planned.value.class }, sample)
    else for (const stay of distinct(planned.error)) stays.add(nameOf(stay), stay, sample)
    if (planned.ok)
      for (const { element, ...day } of await daysMoved(municipalityId, one, planned.value, {
        route,
        at,
        calendar,
      }))
        days.add(element ?? '', { element }, { ...sample, ...day })
    for (const element of standsOn(one.workflow)) {
      const seen = elements.get(element) ?? { cases: 0, moves: 0 }
      elements.set(element, { cases: seen.cases + 1, moves: seen.moves + (planned.ok ? 1 : 0) })
    }
  }
  return {
    ...{ cases, moves: moves.all, days: days.all, stays: stays.all },
    elements: [...elements].map(([element, counts]) => ({ element, ...counts })),
  }
}

/** What going back would do: which cases stand as they came, and which have gone on since. */
export interface DryBack {
  cases: number
  back: { cases: number; samples: Sample[] }[]
  stays: DryRun['stays']
}

/** Tries to take a plan back on every case that came by it, without touching it. */
export async function dryBack(
  municipalityId: string,
  plan: Pick<TownPlan, 'from' | 'to' | 'digest'>,
  stage: Stage
): Promise<DryBack> {
  const back = new Tally<object>()
  const stays = new Tally<Stay>()
  let cases = 0
  for await (const one of triedCases(municipalityId, sourceOf('back', plan), stage)) {
    cases += 1
    const stay = { code: 'gone_on', element: '', detail: '' }
    const sample = { id: one.id, number: one.number }
    if (digestOf(one.workflow) === one.cameAs) back.add('', {}, sample)
    else stays.add(nameOf(stay), stay, sample)
  }
  return { cases, back: back.all, stays: stays.all }
}

const nameOf = ({ code, element, detail }: Stay) => `${code} ${element} ${detail}`

const distinct = (stays: Stay[]): Stay[] => [...new Map(stays.map((stay) => [nameOf(stay), stay])).values()]
