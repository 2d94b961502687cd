import type { HttpContext } from '@adonisjs/core/http'
import { casesByIds } from '#cases/queries/cases_by_ids'
import { choiceIn } from '#core/http/asked'
import { type Tray, type TrayLine, TRAYS } from '#desk/domain/signatures_page'
import { HANDLERS } from '#desk/http/desk_props'
import { speechOf } from '#desk/http/speech'
import { lookedAt } from '#audit/queries/looked_at'
import { circuitsActedOn } from '#signatures/queries/circuits'
import { standingOf } from '#signatures/queries/standing'
import { waitingFor } from '#signatures/queries/tray'
import type { Circuit } from '#signatures/types'

const LIMIT = 20

export const trayIn = (ctx: HttpContext): Tray => choiceIn(ctx, 'tray', TRAYS) ?? 'waiting'

/** A page of a tray: what waits for an officer, or what they have signed or refused. */
export async function trayOf(
  { town, officer }: HttpContext,
  tray: Tray,
  before: string | null
): Promise<{ circuits: Circuit[]; next: string | null }> {
  if (tray === 'waiting') return { circuits: await waitingFor(town.id, officer), next: null }
  const found = await circuitsActedOn(town.id, officer.id, tray, { before, limit: LIMIT + 1 })
  const circuits = found.slice(0, LIMIT)
  return { circuits, next: found.length > LIMIT ? (circuits.at(-1)?.request.id ?? null) : null }
}

/** Which of these an officer has opened: what nobody has read is not signed among others. */
export const readAmong = ({ town, officer }: HttpContext, circuits: Circuit[]): Promise<Set<string>> =>
  lookedAt(town.id, {
    action: 'desk.signature_read',
    actor: { kind: 'officer', id: officer.id },
    ids: circuits.map(({ request }) => request.id),
  })

export async function trayLines(ctx: HttpContext, circuits: Circuit[]): Promise<TrayLine[]> {
  const { town, officer } = ctx
  const { t, moment } = speechOf(ctx)
  const [cases, read] = await Promise.all([
    casesByIds(town.id, [...new Set(circuits.map(({ request }) => request.caseId))]),
    readAmong(ctx, circuits),
  ])
  return Promise.all(
    circuits.map(async (circuit) => {
      const { request, signatures, steps } = circuit
      const standing = await standingOf(town.id, circuit)
      const own =
        standing.next ??
        steps.find(({ id }) => signatures.some((one) => one.stepId === id && one.officerId === officer.id)) ??
        steps.find(({ id }) => circuit.refusal?.stepId === id)
      return {
        id: request.id,
        title: request.name,
        href: `/desk/signatures/${request.id}`,
        case: caseOf(ctx, request.caseId, cases),
        office: own ? `${own.label}: ${own.reason}` : '',
        at: moment(request.endedAt ?? request.requestedAt),
        words: t(`desk.signatures.states.${request.state}`),
        state: request.state,
        chosen: standing.next && read.has(request.id) ? `${request.id}~${standing.read}` : null,
      }
    })
  )
}

/** A case as a tray names it, with a way there for whoever handles cases. */
export function caseOf(
  { officer }: HttpContext,
  id: string,
  cases: Awaited<ReturnType<typeof casesByIds>>
): TrayLine['case'] & { applicant: string } {
  const held = cases.get(id)
  const handles = officer.roles.some((role) => HANDLERS.includes(role))
  return {
    number: held?.entryNumber ?? '',
    subject: held?.subject ?? '',
    applicant: held?.applicantName ?? '',
    href: held && handles ? `/desk/cases/${id}` : null,
  }
}
