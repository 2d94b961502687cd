import type { HttpContext } from '@adonisjs/core/http'
import { casesByIds } from '#cases/queries/cases_by_ids'
import { seenUntil } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { isUuid } from '#core/ids'
import { RecordRead } from '#desk/actions/record_read'
import { TRAYS } from '#desk/domain/signatures_page'
import { field, idIn } from '#desk/http/asked'
import { circuitLine } from '#desk/http/circuit_line'
import { goTo, say } from '#desk/http/flash'
import { caseOf, readAmong, trayIn, trayLines, trayOf } from '#desk/http/signature_tray'
import { speechOf } from '#desk/http/speech'
import { sendDocument, sendDraft } from '#documents/http/send_document'
import { sheetHtml } from '#documents/index'
import { documentById } from '#documents/queries/documents'
import { officerById } from '#identity/queries/officers'
import { RefuseSignature, type RefusalRefusal } from '#signatures/actions/refuse_signature'
import { SignDocument, type SignRefusal } from '#signatures/actions/sign_document'
import { bytesSoFar, circuitById } from '#signatures/queries/circuits'
import { isTurnOf, sheetSoFar, standingOf } from '#signatures/queries/standing'
import { waitingFor } from '#signatures/queries/tray'

const PATH = '/desk/signatures'
const MOST = 50
const DIGEST = /^[0-9a-f]{64}$/

/** What an officer has to sign, and what they have signed or refused (Law 40/2015, art. 43). */
export default class SignaturesController {
  async index(ctx: HttpContext) {
    const { t } = speechOf(ctx)
    const tray = trayIn(ctx)
    const before = seenUntil(ctx)
    const { circuits, next } = await trayOf(ctx, tray, before)
    const href = (more: Record<string, string>) => `${PATH}?${new URLSearchParams(more)}`
    return ctx.inertia.render('desk/signatures', {
      tray,
      trays: TRAYS.map((name) => ({
        name: t(`desk.signatures.trays.${name}`),
        href: href({ tray: name }),
        current: name === tray,
      })),
      lines: await trayLines(ctx, circuits),
      next: next && href({ tray, before: next }),
      first: before ? href({ tray }) : null,
    })
  }

  async show(ctx: HttpContext) {
    const { town, officer, inertia, response } = ctx
    const speech = speechOf(ctx)
    const circuit = await this.find(ctx)
    const { request } = circuit
    const [{ next, read }, cases, drafter] = await Promise.all([
      standingOf(town.id, circuit),
      casesByIds(town.id, [request.caseId]),
      request.draftedBy ? officerById(town.id, request.draftedBy) : null,
    ])
    response.header('cache-control', 'private, no-store')
    return inertia.render('desk/signature', {
      title: request.name,
      id: request.id,
      case: caseOf(ctx, request.caseId, cases),
      html: sheetHtml(sheetSoFar(town, circuit), 2),
      pdf: `${PATH}/${request.id}/pdf`,
      read,
      circuit: await circuitLine(town.id, circuit, speech),
      drafter: drafter?.name ?? null,
      asks: next && isTurnOf(circuit, officer) ? { office: next.label, reason: next.reason } : null,
      signed: request.state === 'signed',
    })
  }

  /** The very bytes that are signed; once all have, what they became. */
  async pdf(ctx: HttpContext) {
    const { request } = await this.find(ctx)
    const document = request.documentId && (await documentById(ctx.town.id, request.documentId))
    if (document) return sendDocument(ctx, document, { toPrint: true })
    return sendDraft(ctx, request.name, await bytesSoFar(ctx.town.id, request.id))
  }

  /** Signs one, and goes on to the next that waits. */
  async sign(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const id = idIn(ctx)
    const refused = await this.signed(ctx, id, field(ctx, 'read', 64))
    if (refused?.code === 'not_found') throw notFound()
    if (refused) {
      say(ctx, 'danger', this.why(ctx, refused))
      return goTo(ctx, `${PATH}/${id}`)
    }
    const [next] = await waitingFor(town.id, officer)
    say(ctx, 'success', t(`desk.signatures.${next ? 'signedNext' : 'signedLast'}`))
    return goTo(ctx, next ? `${PATH}/${next.request.id}` : PATH)
  }

  async refuse(ctx: HttpContext) {
    const { town, officer } = ctx
    const id = idIn(ctx)
    const done = await new RefuseSignature().execute({
      municipalityId: town.id,
      officerId: officer.id,
      requestId: id,
      read: field(ctx, 'read', 64),
      reason: field(ctx, 'reason', 100_000),
      at: new Date(),
    })
    if (!done.ok && done.error.code === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', speechOf(ctx).t('desk.signatures.returned'))
    else say(ctx, 'danger', this.why(ctx, done.error))
    return goTo(ctx, done.ok ? PATH : `${PATH}/${id}`)
  }

  /** Signs several that were read, each on its own: one that can't be signed holds up no other. */
  async store(ctx: HttpContext) {
    const { t } = speechOf(ctx)
    const asked: unknown = ctx.request.body()['chosen']
    const chosen = (Array.isArray(asked) ? asked : [])
      .slice(0, MOST)
      .map((one) => String(one).split('~'))
      .filter(([id, read]) => isUuid(id) && DIGEST.test(read ?? '')) as [string, string][]
    const waiting = await waitingFor(ctx.town.id, ctx.officer)
    const read = await readAmong(ctx, waiting)
    const refusals: string[] = []
    for (const [id, digest] of chosen) {
      const refused = read.has(id) ? await this.signed(ctx, id, digest) : ({ code: 'unread' } as const)
      if (refused) refusals.push(this.why(ctx, refused))
    }
    const count = chosen.length - refusals.length
    if (count > 0 || refusals.length === 0) say(ctx, 'success', t('desk.signatures.signedMany', { count }))
    if (refusals.length > 0) {
      const [first] = refusals
      say(ctx, 'danger', t('desk.signatures.notAll', { count, left: refusals.length, why: first! }))
    }
    return goTo(ctx, PATH)
  }

  private async signed(ctx: HttpContext, requestId: string, read: string): Promise<SignRefusal | null> {
    const { town, officer } = ctx
    const given = { municipalityId: town.id, officerId: officer.id, requestId, read, at: new Date() }
    const done = await new SignDocument().execute(given)
    return done.ok ? null : done.error
  }

  private why(ctx: HttpContext, refusal: SignRefusal | RefusalRefusal | { code: 'unread' }): string {
    const { t } = speechOf(ctx)
    if (refusal.code === 'ended') return t(`desk.signatures.ended.${refusal.state}`)
    if (refusal.code === 'failed') return t(`desk.signatures.failed.${refusal.fault}`)
    return t(`desk.signatures.refusals.${refusal.code}`)
  }

  private async find(ctx: HttpContext) {
    const { town, officer } = ctx
    const circuit = await circuitById(town.id, idIn(ctx))
    if (!circuit) throw notFound()
    await new RecordRead().execute(town.id, {
      action: 'desk.signature_read',
      subject: { kind: 'signature_requests', id: circuit.request.id },
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    return circuit
  }
}
