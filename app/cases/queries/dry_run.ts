import { planMove } from '#cases/domain/migration/plan_move'
import type { Route, Stay } from '#cases/domain/migration/types'
import { standsOn } from '#cases/domain/migration/undo'
import { type TriedCase, sourceOf, triedCases } from '#cases/queries/migration_cases'
import type { TownPlan } from '#cases/queries/migration_plans'
import type { Stage } from '#cases/queries/migration_runs'
import type { ChangeClass } from '#catalogue/domain/migration/index'
import { digestOf } from '#core/digest'
import { calendarsOf } from '#tenancy/queries/calendar'

/** How many cases are named of each kind. */
const SAMPLES = 3

export interface Sample {
  id: string
  number: string
}

/** What a plan would do, case by case, counted; nothing is written. */
export interface DryRun {
  cases: number
  /** Those that would move, by the strictest change that each feels. */
  moves: { class: ChangeClass; cases: number; samples: Sample[] }[]
  /** Where cases wait, how many there are and how many of them would move. */
  elements: { element: string; cases: number; moves: number }[]
  /** Why the others would stay. */
  stays: (Stay & { cases: number; samples: Sample[] })[]
}

/** Counts under a name, in the order in which each came up first. */
class Tally<T extends object> {
  readonly #all = new Map<string, T & { cases: number; samples: Sample[] }>()

  add(name: string, what: T, { id, number }: TriedCase): void {
    const entry = this.#all.get(name) ?? { ...what, cases: 0, samples: [] }
    entry.cases += 1
    if (entry.samples.length < SAMPLES) entry.samples.push({ id, number })
    this.#all.set(name, entry)
  }

  get all() {
    return [...this.#all.values()].sort((a, b) => b.cases - a.cases)
  }
}

/** Tries a plan on every case of a stage as it stands, without touching it. */
export async function dryRun(municipalityId: string, route: Route, stage: Stage, at: Date): Promise<DryRun> {
  const calendars = await calendarsOf(municipalityId)
  const moves = new Tally<{ class: ChangeClass }>()
  const stays = new Tally<Stay>()
  const elements = new Map<string, { cases: number; moves: number }>()
  let cases = 0
  for await (const one of triedCases(municipalityId, { digest: route.from.digest }, stage)) {
    cases += 1
    const planned = planMove(one, route, {
      ...{ at, calendar: calendars.at(one.seats), reviewed: stage.reviewed ?? false },
    })
    if (planned.ok) moves.add(planned.value.class, { class: planned.value.class }, one)
    else for (const stay of distinct(planned.error)) stays.add(nameOf(stay), stay, one)
    for (const element of standsOn(one.workflow)) {
      const seen = elements.get(element) ?? { cases: 0, moves: 0 }
      elements.set(element, { cases: seen.cases + 1, moves: seen.moves + (planned.ok ? 1 : 0) })
    }
  }
  return {
    ...{ cases, moves: moves.all, stays: stays.all },
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
    if (digestOf(one.workflow) === one.cameAs) back.add('', {}, one)
    else stays.add(nameOf(stay), stay, one)
  }
  return { cases, back: back.all, stays: stays.all }
}

const nameOf = ({ code, element, detail }: Stay) => `${code} ${element} ${detail}`

const distinct = (stays: Stay[]): Stay[] => [...new Map(stays.map((stay) => [nameOf(stay), stay])).values()]
