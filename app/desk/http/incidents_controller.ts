import type { HttpContext } from '@adonisjs/core/http'
import { RetryIncident } from '#cases/actions/retry_incident'
import { RetryIncidents } from '#cases/actions/retry_incidents'
import { commonCauses, incidentCounts } from '#cases/queries/incident_causes'
import { incidentById, incidentsWithCases } from '#cases/queries/incidents_with_cases'
import { COUNT_CAP } from '#cases/queries/inbox_counts'
import { choiceIn, seenUntil, wordAs } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { field, idIn } from '#desk/http/asked'
import { officerChoices } from '#desk/http/choices'
import { goTo, say } from '#desk/http/flash'
import { elementWords, incidentLine, procedureOf } from '#desk/http/incident_line'
import { mendedIn, presentIncident } from '#desk/http/incident_page'
import { messageLines } from '#desk/http/message_lines'
import { speechOf } from '#desk/http/speech'

const PATH = '/desk/incidents'
const LIMIT = 50
const STATES = ['open', 'resolved'] as const
const CODE = /^[a-z_]{1,40}$/

/** What failed and waits for an administrator, and what was settled. */
export default class IncidentsController {
  async index(ctx: HttpContext) {
    const { town, inertia } = ctx
    const speech = speechOf(ctx)
    const state = choiceIn(ctx, 'state', STATES) ?? 'open'
    const code = wordAs(ctx, 'code', 'E_NO_CHOICE', (text) => (CODE.test(text) ? text : null))
    const after = seenUntil(ctx)
    const first = state === 'open' && !after
    const [counts, causes, found, officers, messages] = await Promise.all([
      incidentCounts(town.id),
      first ? commonCauses(town.id) : [],
      incidentsWithCases(town.id, { state, code, after, limit: LIMIT + 1 }),
      officerChoices(town.id),
      first ? messageLines(town.id, speech) : { awaited: [], kept: [] },
    ])
    const shown = found.slice(0, LIMIT)
    const asked = (more: Record<string, string | null>) => hrefOf({ state, code, ...more })
    return inertia.render('desk/incidents', {
      views: STATES.map((name) => ({
        name,
        href: hrefOf({ state: name }),
        count: counts[name] >= COUNT_CAP ? `${COUNT_CAP}+` : String(counts[name]),
        current: name === state,
      })),
      kinds: state === 'open' ? kindsOf(counts.codes, code, speech.t) : [],
      causes: await Promise.all(
        causes.map(async ({ cause, element, detail, count, since, digest, ...one }) => {
          const procedure = await procedureOf({ digest })
          return {
            ...{ cause, detail, count, since: speech.moment(since) },
            element: elementWords(procedure, element, speech),
            procedure: procedure && (speech.of(procedure, 'sheet.title') ?? procedure.slug),
            words: speech.t(`cases.incidents.${one.code}`),
          }
        })
      ),
      incidents: await Promise.all(shown.map((incident) => incidentLine(incident, speech, officers))),
      messages,
      next: found.length > LIMIT ? asked({ before: shown.at(-1)!.id }) : null,
      first: after ? asked({}) : null,
    })
  }

  async show(ctx: HttpContext) {
    return ctx.inertia.render('desk/incident', await presentIncident(ctx, await this.#incident(ctx)))
  }

  /** Has it tried again, with what was mended of its variables. */
  async retry(ctx: HttpContext) {
    const { town, officer, response } = ctx
    const { t } = speechOf(ctx)
    const incident = await this.#incident(ctx)
    const given = await mendedIn(ctx, incident)
    const done = given.ok
      ? await new RetryIncident().execute({
          municipalityId: town.id,
          incidentId: incident.id,
          actor: { kind: 'officer', id: officer.id },
          reason: given.value.reason,
          variables: given.value.variables,
          at: new Date(),
        })
      : given
    if (!done.ok && done.error !== 'already_resolved') {
      response.status(422)
      return ctx.inertia.render('desk/incident', await presentIncident(ctx, incident, true))
    }
    if (done.ok && done.value.stoppedAgain) {
      say(ctx, 'danger', t('desk.incidents.stoppedAgain'))
      return goTo(ctx, `${PATH}/${done.value.stoppedAgain}`)
    }
    if (done.ok) say(ctx, 'success', t('desk.incidents.retried'))
    else say(ctx, 'danger', t('cases.refusals.already_resolved'))
    return goTo(ctx, PATH)
  }

  /** Has all that failed for the same cause tried again. */
  async retryAll(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const done = await new RetryIncidents().execute({
      municipalityId: town.id,
      cause: field(ctx, 'cause', 32),
      actor: { kind: 'officer', id: officer.id },
      reason: field(ctx, 'reason', 1000),
      at: new Date(),
    })
    if (done.ok && done.value.again > 0) say(ctx, 'danger', t('desk.incidents.someAgain', done.value))
    else if (done.ok) say(ctx, 'success', t('desk.incidents.retriedAll', { count: done.value.retried }))
    else say(ctx, 'danger', t(done.error === 'none' ? 'desk.incidents.noneLeft' : 'desk.incidents.noReason'))
    return goTo(ctx, PATH)
  }

  async #incident(ctx: HttpContext) {
    const incident = await incidentById(ctx.town.id, idIn(ctx))
    if (!incident) throw notFound()
    return incident
  }
}

const kindsOf = (
  codes: { code: string; count: number }[],
  chosen: string | null,
  t: (key: string) => string
) =>
  codes.map(({ code, count }) => ({
    name: t(`cases.incidents.${code}`),
    href: hrefOf(code === chosen ? {} : { code }),
    count,
    current: code === chosen,
  }))

/** The list, asked for so; what waits needs no word. */
function hrefOf(asked: Record<string, string | null>): string {
  const given = Object.entries(asked).filter(
    (pair): pair is [string, string] => pair[1] !== null && pair[1] !== 'open'
  )
  return given.length > 0 ? `${PATH}?${new URLSearchParams(given)}` : PATH
}
