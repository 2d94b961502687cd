import type { HttpContext } from '@adonisjs/core/http'
import { type MigrationStart, StartMigration } from '#cases/actions/start_migration'
import { StopMigration } from '#cases/actions/stop_migration'
import { countOf, sourceOf } from '#cases/queries/migration_cases'
import { planById, type TownPlan } from '#cases/queries/migration_plans'
import { type Run, runById, stayedIn } from '#cases/queries/migration_runs'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { isUuid } from '#core/ids'
import { notFound } from '#core/http/problem'
import type { VersionRunPage } from '#desk/domain/versions_page'
import { field, idIn } from '#desk/http/asked'
import { officerChoices } from '#desk/http/choices'
import { goTo, say } from '#desk/http/flash'
import { whoOf } from '#desk/http/incident_line'
import { speechOf } from '#desk/http/speech'
import { changedCases } from '#desk/http/versions/changed_cases'
import { numbersOf, planPath, runLine } from '#desk/http/versions/run_lines'
import { stayWords } from '#desk/http/versions/stay_words'

/** So many cases that stayed are shown at once. */
const SHOWN = 200

interface Held {
  run: Run
  plan: TownPlan
}

/** How a change of version goes: what has moved, what stayed and why; stopped, taken back, gone on with. */
export default class RunsController {
  async show(ctx: HttpContext) {
    return this.#page(ctx, await this.#held(ctx))
  }

  async stop(ctx: HttpContext) {
    const { run } = await this.#held(ctx)
    const given = { municipalityId: ctx.town.id, runId: run.id, at: new Date() }
    const done = await new StopMigration().execute({ ...given, actor: actorOf(ctx) })
    const { t } = speechOf(ctx)
    if (done.ok) say(ctx, 'success', t('desk.versions.stopped'))
    else say(ctx, 'danger', t('desk.versions.faults.not_running'))
    return goTo(ctx, `/desk/runs/${run.id}`)
  }

  /** Puts back what has moved and has not gone on since. */
  async back(ctx: HttpContext) {
    const held = await this.#held(ctx)
    const reason = field(ctx, 'reason', 1000)
    const started = await start(ctx, held, { direction: 'back', stage: {}, reason })
    if (started.ok) return this.#started(ctx, started.value.runId)
    say(ctx, 'danger', speechOf(ctx).t(`desk.versions.faults.${faultOf(started.error)}`))
    return goTo(ctx, `/desk/runs/${held.run.id}`)
  }

  /** Moves cases that somebody has looked at. */
  async reviewed(ctx: HttpContext) {
    const held = await this.#held(ctx)
    const { t } = speechOf(ctx)
    const typed = { cases: casesIn(ctx), reason: field(ctx, 'reason', 1000).trim() }
    const refuse = (faults: Partial<VersionRunPage['faults']>, status = 422) => {
      ctx.response.status(status)
      return this.#page(ctx, held, { typed, faults: { cases: null, reason: null, ...faults } })
    }
    if (typed.cases.length === 0) return refuse({ cases: t('desk.versions.faults.no_cases') })
    if (typed.reason === '') return refuse({ reason: t('desk.versions.faults.no_why') })
    const stage = { cases: typed.cases, reviewed: true }
    const started = await start(ctx, held, { direction: 'forward', stage, reason: typed.reason })
    if (started.ok) return this.#started(ctx, started.value.runId)
    return refuse({ cases: t(`desk.versions.faults.${faultOf(started.error)}`) }, 409)
  }

  #started(ctx: HttpContext, runId: string) {
    say(ctx, 'success', speechOf(ctx).t('desk.versions.started'))
    return goTo(ctx, `/desk/runs/${runId}`)
  }

  async #held(ctx: HttpContext): Promise<Held> {
    const run = await runById(ctx.town.id, idIn(ctx))
    const plan = run && (await planById(ctx.town.id, run.planId))
    if (!plan) throw notFound()
    return { run, plan }
  }

  async #page(
    ctx: HttpContext,
    { run, plan }: Held,
    given: Pick<VersionRunPage, 'typed' | 'faults'> = {
      typed: { cases: [], reason: '' },
      faults: { cases: null, reason: null },
    }
  ) {
    const { town, request } = ctx
    const speech = speechOf(ctx)
    const back = run.direction === 'back'
    const procedure = await frozenProcedure(plan.to)
    const from = await frozenProcedure(plan.from)
    const [source, target] = back ? [procedure, from] : [from, procedure]
    const [line, officers, stayed, left, changed] = await Promise.all([
      runLine(run, plan, speech),
      officerChoices(town.id),
      stayedIn(town.id, run.id, SHOWN + 1),
      countOf(town.id, sourceOf(run.direction, plan)),
      changedCases(ctx, run.id, { from: source, to: target }),
    ])
    return ctx.inertia.render('desk/version_run', {
      title: line.what,
      procedure: speech.of(procedure, 'sheet.title') ?? plan.slug,
      run: {
        ...{ ...line, reason: run.reason, by: whoOf(run.startedBy, speech, officers) },
        endedAt: run.endedAt && speech.moment(run.endedAt),
      },
      leftOn: speech.t(`desk.versions.left.${run.direction}`, { version: numbersOf(source, target).from }),
      ...{ plan: planPath(plan), changed, left, returns: !back && !line.running && run.moved > 0 },
      stays: stayed.slice(0, SHOWN).map(({ caseId, number, faults }) => ({
        ...{ caseId, number },
        faults: faults.map((fault) => stayWords(fault, source, speech)),
        review: !back && !line.running && faults.every(({ code }) => code === 'needs_clerk'),
      })),
      more: stayed.length > SHOWN,
      ...given,
      csrf: request.csrfToken,
    })
  }
}

const actorOf = ({ officer }: HttpContext) => ({ kind: 'officer' as const, id: officer.id })

/** What is told where the actions name it otherwise. */
const faultOf = (error: string) => (error === 'no_reason' ? 'no_why' : error)

const start = (
  ctx: HttpContext,
  { plan }: Held,
  how: Pick<MigrationStart, 'direction' | 'stage' | 'reason'>
) =>
  new StartMigration().execute({
    ...{ municipalityId: ctx.town.id, planId: plan.id, at: new Date() },
    ...{ ...how, actor: actorOf(ctx) },
  })

function casesIn({ request }: HttpContext): string[] {
  const posted: unknown = request.body()['cases']
  return (Array.isArray(posted) ? posted : [posted]).filter(isUuid).slice(0, SHOWN)
}
