import { planById, type TownPlan } from '#cases/queries/migration_plans'
import type { Run } from '#cases/queries/migration_runs'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import type { RunLine } from '#desk/domain/versions_page'
import type { Speech } from '#desk/http/speech'

/** How much of a digest tells a version from others, to people and in addresses. */
export const short = (digest: string) => digest.slice(0, 12)

export const planPath = ({ slug, from, to }: Pick<TownPlan, 'slug' | 'from' | 'to'>) =>
  `/desk/versions/${slug}/${short(from)}/${short(to)}`

type Called = Pick<CompiledProcedure, 'digest' | 'sheet'>

/** The numbers of two versions; with the beginning of their digests where both have the same. */
export function numbersOf(from: Called, to: Called): { from: string; to: string } {
  const [before, now] = [from.sheet.version, to.sheet.version]
  if (before !== now) return { from: before, to: now }
  return { from: `${before} (${short(from.digest)})`, to: `${now} (${short(to.digest)})` }
}

/** From which version to which, by their numbers. */
export async function wayOf({ from, to }: Pick<TownPlan, 'from' | 'to'>, { t }: Speech, back = false) {
  const [older, newer] = await Promise.all([frozenProcedure(from), frozenProcedure(to)])
  return back
    ? t('desk.versions.wayBack', numbersOf(newer, older))
    : t('desk.versions.way', numbersOf(older, newer))
}

export async function runLine(run: Run, plan: TownPlan, speech: Speech): Promise<RunLine> {
  const { id, startedAt, state, moved, restored, stays } = run
  return {
    ...{ id, moved, restored, stays },
    at: speech.moment(startedAt),
    what: await wayOf(plan, speech, run.direction === 'back'),
    running: state === 'running',
    state: speech.t(`desk.versions.states.${state}`),
  }
}

/** Runs as lines, the newest first; `of`: only those by such plans. */
export async function runLines(
  municipalityId: string,
  runs: Run[],
  speech: Speech,
  of: (plan: TownPlan) => boolean = () => true
): Promise<RunLine[]> {
  const ids = [...new Set(runs.map(({ planId }) => planId))]
  const plans = await Promise.all(ids.map((id) => planById(municipalityId, id)))
  const known = new Map(plans.flatMap((plan) => (plan && of(plan) ? [[plan.id, plan] as const] : [])))
  const lines = runs.flatMap((run) => {
    const plan = known.get(run.planId)
    return plan ? [runLine(run, plan, speech)] : []
  })
  return Promise.all(lines)
}
