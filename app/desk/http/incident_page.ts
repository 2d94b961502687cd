import type { HttpContext } from '@adonisjs/core/http'
import { type CasePage, casePage } from '#cases/queries/case_page'
import type { IncidentWithCase } from '#cases/queries/incidents_with_cases'
import { versionsOfCase } from '#cases/queries/versions_of_case'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { Json } from '#core/json'
import { type Result, err, ok } from '#core/result'
import { RecordRead } from '#desk/actions/record_read'
import type { IncidentPage } from '#desk/domain/incidents_page'
import { chosenAs, readVariables } from '#desk/domain/variable_fields'
import { stopOf } from '#desk/http/incident_stop'
import { field } from '#desk/http/asked'
import { chosenKinds, typedVariables, variablesOf } from '#desk/http/case_variables'
import { historyOf } from '#desk/http/case_page/history'
import { othersIn } from '#desk/http/case_page/others'
import { officerChoices } from '#desk/http/choices'
import { frozenOf } from '#desk/http/incident_frozen'
import { incidentLine } from '#desk/http/incident_line'
import { short } from '#desk/http/versions/run_lines'
import { type Speech, speechOf } from '#desk/http/speech'

/** How much of its history an incident is told with. */
const BEFORE = 6

const heldCase = async ({ town }: HttpContext, { caseId, jobId }: IncidentWithCase) =>
  caseId && !jobId ? casePage(town.id, caseId, new Date()) : null

/** The reason and the variables that were mended, or that something of it can't be taken. */
export async function mendedIn(
  ctx: HttpContext,
  incident: IncidentWithCase
): Promise<Result<{ reason: string; variables: Record<string, Json> }, 'no_reason' | 'not_mended'>> {
  const reason = field(ctx, 'reason', 1000).trim()
  const found = await heldCase(ctx, incident)
  if (!found) return reason ? ok({ reason, variables: {} }) : err('no_reason')
  const { variables, faults } = readVariables(
    await variablesOf(found, speechOf(ctx)),
    typedVariables(ctx),
    found.caseFile.workflow.variables,
    chosenKinds(ctx)
  )
  if (reason === '') return err('no_reason')
  return Object.keys(faults).length > 0 ? err('not_mended') : ok({ reason, variables })
}

/** One incident with all that is needed to mend it; `failed`: what was posted is shown again, with what is wrong in it. */
export async function presentIncident(
  ctx: HttpContext,
  incident: IncidentWithCase,
  failed = false
): Promise<IncidentPage> {
  const { town, officer, request } = ctx
  const speech = speechOf(ctx)
  const found = await heldCase(ctx, incident)
  const officers = await officerChoices(town.id)
  const at = new Date()
  if (incident.caseId)
    await new RecordRead().execute(town.id, {
      action: 'desk.case_read',
      subject: { kind: 'case_files', id: incident.caseId },
      actor: { kind: 'officer', id: officer.id },
      at,
    })
  const fields = found && incident.state === 'open' ? await variablesOf(found, speech) : []
  const typed = failed ? typedVariables(ctx) : {}
  const chosen = failed ? chosenKinds(ctx) : {}
  const { faults } = readVariables(fields, typed, found?.caseFile.workflow.variables ?? {}, chosen)
  const reason = failed ? field(ctx, 'reason', 1000) : ''
  const { asked, ...stop } = found
    ? await stopOf(found, incident, fields, speech)
    : { asked: [], obstacles: [], seen: [], again: true, remedy: speech.t('cases.remedies.job_failed') }
  return {
    incident: {
      ...(await incidentLine(incident, speech, officers)),
      detail: incident.detail,
      ...stop,
      key: incident.key,
    },
    before: found ? await beforeOf(town.id, found, incident, speech) : [],
    fields: fields.map((one) => ({
      ...one,
      asked: asked.includes(one.name),
      value: typed[one.name] ?? one.value,
      as: chosenAs(one, chosen),
      fault: faults[one.name] ? speech.t(`desk.incident.faults.${faults[one.name]!}`) : null,
    })),
    frozen: found ? await frozenOf(found, speech) : [],
    reason: {
      text: reason,
      fault: failed && reason.trim() === '' ? speech.t('desk.incidents.noReason') : null,
    },
    failed,
    csrf: request.csrfToken,
    modify: found && incident.state === 'open' ? `/desk/cases/${found.caseFile.id}/modification` : null,
    versions: found && incident.state === 'open' ? await versionOf(found, speech) : null,
  }
}

/** The version that a case is on, and where it could be moved to another. */
async function versionOf({ caseFile: { digest } }: CasePage, { t }: Speech) {
  const { slug, sheet } = await frozenProcedure(digest)
  const running = t('desk.case.versionIs', { slug, version: sheet.version, digest: short(digest) })
  return { href: `/desk/versions#${slug}`, running }
}

const filedOf = ({ filingId, openedAt }: CasePage['caseFile'], { entryNumber }: CasePage['summary']) =>
  filingId === null ? null : { at: openedAt, number: entryNumber ?? '' }

/** What had happened in the case by then, the newest first. */
async function beforeOf(
  municipalityId: string,
  { caseFile, history, summary }: CasePage,
  { openedAt }: IncidentWithCase,
  speech: Speech
) {
  const lines = history.filter(({ at }) => at <= openedAt)
  const words = {
    versions: await versionsOfCase(municipalityId, caseFile),
    speech,
    applicant: summary.applicantName ?? '',
    filed: filedOf(caseFile, summary),
    names: await othersIn(municipalityId, lines),
  }
  return historyOf(lines, words).slice(0, BEFORE)
}
