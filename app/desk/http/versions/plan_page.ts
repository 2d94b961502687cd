import type { HttpContext } from '@adonisjs/core/http'
import { dryRun, type DryRun } from '#cases/queries/dry_run'
import { planBetween, routeOfContents } from '#cases/queries/migration_plans'
import { runsOf } from '#cases/queries/migration_runs'
import { versionNamed } from '#cases/queries/versions_in_use'
import { mayBegin, type MigrationPlan, proposePlan, standing } from '#catalogue/domain/migration/index'
import type { CompiledProcedure } from '#catalogue/types'
import { notFound } from '#core/http/problem'
import { choiceOf } from '#desk/domain/plan_form'
import type { VersionPlanPage } from '#desk/domain/versions_page'
import { elementWords } from '#desk/http/incident_line'
import { type Speech, speechOf } from '#desk/http/speech'
import { restOf, termRows } from '#desk/http/versions/plan_terms'
import { planPath, runLines, short, wayOf } from '#desk/http/versions/run_lines'
import { stayWords } from '#desk/http/versions/stay_words'

const DIGEST = /^[0-9a-f]{12,64}$/
const SLUG = /^[a-z0-9-]{1,100}$/

/** Two versions of a procedure and the plan between them: the one that was written down, else what is proposed. */
export interface Pair {
  from: CompiledProcedure
  to: CompiledProcedure
  plan: MigrationPlan
  proposed: boolean
}

/** The pair in the address; `afresh`: with a plan that is proposed, whatever was written down. */
export async function pairIn({ town, params }: HttpContext, afresh: boolean): Promise<Pair> {
  const slug = String(params.slug)
  const version = async (name: unknown) => {
    const known = SLUG.test(slug) && DIGEST.test(String(name))
    const found = known ? await versionNamed(slug, String(name)) : null
    if (!found?.procedure) throw notFound()
    return found.procedure
  }
  const [from, to] = [await version(params.from), await version(params.to)]
  if (from.digest === to.digest) throw notFound()
  const written = afresh ? null : await planBetween(town.id, { slug, from: from.digest, to: to.digest })
  return { from, to, plan: written ?? proposePlan(from, to), proposed: written === null }
}

export interface Given {
  typed?: Partial<VersionPlanPage['typed']>
  faults?: Partial<VersionPlanPage['faults']>
  ahead?: DryRun
}

/** Tries a plan on every open case of the version that they come from. */
export const tryPlan = async (municipalityId: string, plan: MigrationPlan) =>
  dryRun(municipalityId, await routeOfContents(plan), {}, new Date())

export async function presentPlan(ctx: HttpContext, pair: Pair, given: Given = {}): Promise<VersionPlanPage> {
  const { town, request } = ctx
  const speech = speechOf(ctx)
  const { from, to, plan, proposed } = pair
  const between = { slug: to.slug, from: from.digest, to: to.digest }
  const runs = await runsOf(town.id, to.slug)
  return {
    title: await wayOf(between, speech),
    procedure: speech.of(to, 'sheet.title') ?? to.slug,
    ...{ action: planPath(between), proposed },
    rows: rowsOf(pair, given.ahead, speech),
    targets: standing(to).map((node) => ({
      ...{ id: node.id, kind: node.kind, scope: node.scope, begins: mayBegin(node) },
      name: elementWords(to, node.id, speech),
    })),
    terms: termRows(pair, given.ahead, speech),
    rest: restOf(pair, speech),
    command: `node ace case:migrate ${to.slug} --town=${town.slug} --from=${short(from.digest)} --to=${short(to.digest)} --propose`,
    typed: { reason: plan.reason[speech.lang] ?? '', limit: '', why: '', ...given.typed },
    faults: { what: [], reason: null, limit: null, why: null, ...given.faults },
    ahead: given.ahead ? aheadOf(given.ahead, pair, speech) : null,
    runs: await runLines(town.id, runs, speech, (one) => one.from === between.from && one.to === between.to),
    csrf: request.csrfToken,
  }
}

/** Each element on which a case may wait: first those that somebody has to decide on, then those that go on as they are. */
function rowsOf({ from, plan }: Pair, ahead: DryRun | undefined, speech: Speech): VersionPlanPage['rows'] {
  return standing(from)
    .map(({ id, kind, scope }) => {
      const choice = choiceOf(plan.elements.find((one) => one.from === id))
      const waits = ahead?.elements.find(({ element }) => element === id)
      return {
        ...{ element: id, kind, scope, choice, same: choice === `to:${id}` },
        name: elementWords(from, id, speech),
        waits: ahead ? { cases: waits?.cases ?? 0, moves: waits?.moves ?? 0 } : null,
      }
    })
    .sort((a, b) => Number(a.same) - Number(b.same) || a.name.localeCompare(b.name, speech.lang))
}

const aheadOf = (
  { cases, moves, days, stays }: DryRun,
  { from, to }: Pair,
  speech: Speech
): NonNullable<VersionPlanPage['ahead']> => ({
  cases,
  moves: moves.map((one) => ({
    ...{ cases: one.cases, samples: one.samples },
    words: speech.t(`desk.versions.classes.${one.class}`),
  })),
  days: days.map(({ element, samples, ...one }) => ({
    ...{
      cases: one.cases,
      name: element ? elementWords(to, element, speech) : speech.t('desk.coming.resolution'),
    },
    samples: samples.map(({ id, number, lastDay, before }) => ({
      id,
      number,
      ...daysIn(lastDay, before, speech),
    })),
  })),
  stays: stays.map(({ code, element, detail, ...one }) => ({
    ...one,
    ...stayWords({ code, element, detail }, from, speech),
  })),
})

const daysIn = (lastDay: string | null, before: string | null, { day }: Speech) => ({
  to: lastDay === null ? '—' : day(lastDay).text,
  from: before === null ? '—' : day(before).text,
})
