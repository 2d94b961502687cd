import type { HttpContext } from '@adonisjs/core/http'
import { RetryIncident } from '#cases/actions/retry_incident'
import { incidentsWithCases, type IncidentWithCase } from '#cases/queries/incidents_with_cases'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import { notFound } from '#core/http/problem'
import { field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { type Speech, speechOf } from '#desk/http/speech'
import type { IncidentsPage } from '#desk/types'

/** What failed and waits for an administrator. */
export default class IncidentsController {
  async show(ctx: HttpContext) {
    const speech = speechOf(ctx)
    const found = await incidentsWithCases(ctx.town.id)
    const incidents = await Promise.all(found.map((incident) => this.line(incident, speech)))
    return ctx.inertia.render('desk/incidents', { incidents })
  }

  async retry(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const done = await new RetryIncident().execute({
      municipalityId: town.id,
      incidentId: idIn(ctx),
      actor: { kind: 'officer', id: officer.id },
      reason: field(ctx, 'reason', 1000),
      at: new Date(),
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', t('desk.incidents.retried'))
    else say(ctx, 'danger', t(`cases.refusals.${done.error}`))
    return goTo(ctx, '/desk/incidents')
  }

  private async line(
    incident: IncidentWithCase,
    speech: Speech
  ): Promise<IncidentsPage['incidents'][number]> {
    const { id, caseId, digest, element, code, detail, openedAt } = incident
    const procedure = digest ? await frozenProcedure(digest) : null
    return {
      id,
      case:
        caseId && digest
          ? { id: caseId, number: incident.entryNumber ?? '', subject: incident.subject ?? '' }
          : null,
      element: (procedure && speech.of(procedure, `tasks.${element}`)) ?? element,
      words: speech.t(`cases.incidents.${code}`),
      remedy: speech.t(`cases.remedies.${code}`),
      detail,
      at: speech.moment(openedAt),
    }
  }
}
