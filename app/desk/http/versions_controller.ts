import type { HttpContext } from '@adonisjs/core/http'
import { StartMigration } from '#cases/actions/start_migration'
import { WritePlan } from '#cases/actions/write_plan'
import { runsOf } from '#cases/queries/migration_runs'
import { versionsInUse } from '#cases/queries/versions_in_use'
import { standing } from '#catalogue/domain/migration/index'
import { readPlan } from '#catalogue/queries/read_plan'
import { townCatalogue } from '#catalogue/queries/town_catalogue'
import { choiceIn } from '#core/http/asked'
import type { Json } from '#core/json'
import { unwrap } from '#core/result'
import { withChoices, withTerms } from '#desk/domain/plan_form'
import type { VersionsPage } from '#desk/domain/versions_page'
import { field } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { elementWords } from '#desk/http/incident_line'
import { type Speech, speechOf } from '#desk/http/speech'
import { diagnosticText } from '#desk/http/values/field_faults'
import { type Given, pairIn, presentPlan, tryPlan } from '#desk/http/versions/plan_page'
import { planPath, runLines, short } from '#desk/http/versions/run_lines'

/** Which versions open cases are on, and how they may go from one to another: tried first, then carried out. */
export default class VersionsController {
  async index(ctx: HttpContext) {
    const speech = speechOf(ctx)
    const entries = await townCatalogue(ctx.town.id)
    const procedures = await Promise.all(
      entries.map(({ next: { slug } }) => procedureLine(ctx.town.id, slug, speech))
    )
    procedures.sort((a, b) => a.title.localeCompare(b.title, speech.lang))
    return ctx.inertia.render('desk/versions', {
      procedures: procedures.filter(
        ({ versions, runs }) => runs.length > 0 || versions.some(({ cases }) => cases > 0)
      ),
    })
  }

  async show(ctx: HttpContext) {
    const pair = await pairIn(ctx, choiceIn(ctx, 'proposed', ['yes']) !== null)
    return ctx.inertia.render('desk/version_plan', await presentPlan(ctx, pair))
  }

  async update(ctx: HttpContext) {
    const { town, officer, response, lang } = ctx
    const { t, ...speech } = speechOf(ctx)
    const base = await pairIn(ctx, field(ctx, 'proposed', 5) === 'true')
    const typed = {
      reason: field(ctx, 'reason', 1000).trim(),
      limit: field(ctx, 'limit', 10).trim(),
      why: field(ctx, 'why', 1000).trim(),
    }
    const elements = standing(base.from).map(({ id }) => id)
    const chosen = { choices: choicesIn(ctx), reason: typed.reason, lang }
    const terms = termsIn(ctx)
    const pair = { ...base, plan: withTerms(withChoices(base.plan, elements, chosen), terms) }
    const page = async (given: Given, status = 200) => {
      response.status(status)
      return ctx.inertia.render('desk/version_plan', await presentPlan(ctx, pair, { typed, ...given }))
    }
    const step = field(ctx, 'step', 20)
    if (step === 'mend') return page({})
    if (typed.reason === '') return page({ faults: { reason: t('desk.versions.faults.no_reason') } }, 422)
    const groundless = (pair.plan.timers ?? []).filter(({ ground }) => ground.length < 3)
    if (groundless.length > 0) {
      const what = groundless.map(({ element }) =>
        t('desk.versions.faults.no_ground', {
          name: elementWords(pair.to, element, { t, ...speech }),
        })
      )
      return page({ faults: { what } }, 422)
    }
    const read = await readPlan(pair.plan as unknown as Json, 'plan')
    if (!read.ok)
      return page({ faults: { what: read.error.map((one) => diagnosticText(one, { t, ...speech })) } }, 422)
    const ahead = await tryPlan(town.id, pair.plan)
    if (step !== 'confirmed') return page({ ahead })
    if (typed.why === '') return page({ ahead, faults: { why: t('desk.versions.faults.no_why') } }, 422)
    const given = {
      ...{ municipalityId: town.id, at: new Date() },
      actor: { kind: 'officer' as const, id: officer.id },
    }
    const written = unwrap(await new WritePlan().execute({ ...given, plan: pair.plan as unknown as Json }))
    const started = await new StartMigration().execute({
      ...{ ...given, planId: written.id, direction: 'forward', reason: typed.why },
      stage: typed.limit === '' ? {} : { limit: Number(typed.limit) },
    })
    if (!started.ok && started.error === 'stage')
      return page({ ahead, faults: { limit: t('desk.versions.faults.stage') } }, 422)
    if (!started.ok)
      return page({ ahead, faults: { what: [t(`desk.versions.faults.${started.error}`)] } }, 409)
    say(ctx, 'success', t('desk.versions.started'))
    return goTo(ctx, `/desk/runs/${started.value.runId}`)
  }
}

/** What was chosen for each element: `elements[<id>]` of the posted form. */
const choicesIn = (ctx: HttpContext) => wordsIn(ctx, 'elements', 200)

/** What was chosen for each term: `timers[<id>]`, and `grounds[<id>]` by which article. */
function termsIn(ctx: HttpContext): Record<string, { count: string; ground: string }> {
  const grounds = wordsIn(ctx, 'grounds', 500)
  return Object.fromEntries(
    Object.entries(wordsIn(ctx, 'timers', 10)).map(([element, count]) => [
      element,
      { count, ground: (grounds[element] ?? '').trim() },
    ])
  )
}

function wordsIn({ request }: HttpContext, field: string, longest: number): Record<string, string> {
  const posted: unknown = request.body()[field]
  if (typeof posted !== 'object' || posted === null) return {}
  return Object.fromEntries(
    Object.entries(posted).filter(
      (pair): pair is [string, string] => typeof pair[1] === 'string' && pair[1].length <= longest
    )
  )
}

async function procedureLine(
  municipalityId: string,
  slug: string,
  speech: Speech
): Promise<VersionsPage['procedures'][number]> {
  const [versions, runs] = await Promise.all([
    versionsInUse(municipalityId, slug),
    runsOf(municipalityId, slug),
  ])
  const procedure = versions.find((one) => one.procedure)?.procedure
  const moves = (from: string) =>
    versions
      .filter(({ digest }) => digest !== from)
      .map(({ digest, version }) => ({
        href: planPath({ slug, from, to: digest }),
        ...{ version, digest: short(digest) },
      }))
  return {
    slug,
    title: (procedure && speech.of(procedure, 'sheet.title')) ?? slug,
    versions: versions.map(({ digest, version, publishedAt, cases, offered }) => ({
      ...{ digest: short(digest), version, cases, offered },
      publishedAt: speech.moment(publishedAt),
      moves: cases > 0 ? moves(digest) : [],
    })),
    runs: await runLines(municipalityId, runs, speech),
  }
}
