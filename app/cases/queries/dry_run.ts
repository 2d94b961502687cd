import { planMove } from '#cases/domain/migration/plan_move'
import { carriedWaits, toldAnew } from '#cases/domain/migration/carried_waits'
import { type MovedDay, movedDays } from '#cases/domain/migration/moved_days'
import type { Move, Route, Stay } from '#cases/domain/migration/types'
import { standsOn } from '#cases/domain/migration/undo'
import { type TriedCase, sourceOf, triedCases } from '#cases/queries/migration_cases'
import type { TownPlan } from '#cases/queries/migration_plans'
import { waitsOfCase } from '#cases/queries/waits_of_case'
import type { Calendar } from '#deadlines/index'
import { inTown } from '#tenancy/town_transaction'
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
  /** The last days that would be others: of a term by its element, or of that to resolve (null). */
  days: { element: string | null; cases: number; samples: (Sample & Omit<MovedDay, 'element'>)[] }[]
  /** Where cases wait, how many there are and how many of them would move. */
  elements: { element: string; cases: number; moves: number }[]
  /** Why the others would stay. */
  stays: (Stay & { cases: number; samples: Sample[] })[]
}

/** Counts under a name, in the order in which each came up first. */
class Tally<T extends object, One extends Sample = Sample> {
  readonly #all = new Map<string, T & { cases: number; samples: One[] }>()

  add(name: string, what: T, sample: One): void {
    const entry = this.#all.get(name) ?? { ...what, cases: 0, samples: [] }
    entry.cases += 1
    if (entry.samples.length < SAMPLES) entry.samples.push(sample)
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
      for (const { element, ...day } of await daysOf(municipalityId, one, planned.value, {
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

/** The last days of a case that its move would change. */
async function daysOf(
  municipalityId: string,
  one: TriedCase,
  planned: Move,
  { route, at, calendar }: { route: Route; at: Date; calendar: Calendar }
): Promise<(Omit<MovedDay, 'element'> & { element: string | null })[]> {
  const resolution = { element: null, lastDay: planned.dueOn, before: one.dueOn }
  const moved = planned.dueOn === one.dueOn ? [] : [resolution]
  if (!route.plan.timers?.length) return moved
  const waits = await inTown(municipalityId, (trx) => waitsOfCase(trx, one.id))
  const anew = toldAnew(planned.commands, waits)
  const retiming = { at: at.toISOString(), calendar, pauses: one.pauses }
  const { timers } = carriedWaits(waits, { planned, route, anew }, retiming)
  const days = movedDays(waits.timers, timers)
  // what ends with the term to resolve is not told twice
  return [...moved, ...days.filter(({ lastDay }) => moved.length === 0 || lastDay !== planned.dueOn)]
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
