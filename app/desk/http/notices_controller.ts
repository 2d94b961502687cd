import type { HttpContext } from '@adonisjs/core/http'
import { seenUntil } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { type Read, RecordRead } from '#desk/actions/record_read'
import { idIn } from '#desk/http/asked'
import { noticeLine } from '#desk/http/case_page/letters'
import { speechOf } from '#desk/http/speech'
import { noticeById, noticePage, outbox } from '#notifications/queries/outbox'

const PATH = '/desk/notices'
const LIMIT = 50

/** The courtesy e-mails that the office has written: where no mail server is set, this is where they end. */
export default class NoticesController {
  async index(ctx: HttpContext) {
    const speech = speechOf(ctx)
    const before = seenUntil(ctx)
    const found = await outbox(ctx.town.id, { before, limit: LIMIT + 1 })
    await this.record(ctx, { action: 'desk.notices_read', subject: { kind: 'outbox', id: 'outbox' } })
    const shown = found.slice(0, LIMIT)
    return ctx.inertia.render('desk/notices', {
      notices: shown.map((notice) => noticeLine(notice, speech)),
      next: found.length > LIMIT ? `${PATH}?before=${shown.at(-1)!.id}` : null,
      first: before ? PATH : null,
    })
  }

  async show(ctx: HttpContext) {
    const notice = await this.notice(ctx)
    const speech = speechOf(ctx)
    return ctx.inertia.render('desk/notice', {
      notice: {
        ...noticeLine(notice, speech),
        text: notice.text,
        lang: notice.language,
        sentAt: notice.sentAt && speech.moment(notice.sentAt),
        caseId: notice.caseId,
      },
    })
  }

  /** The mail itself, for a frame that may run nothing and load nothing. */
  async html(ctx: HttpContext) {
    const { response } = ctx
    const notice = await this.notice(ctx)
    const policy =
      "default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; sandbox"
    response.header('content-security-policy', policy)
    response.header('x-frame-options', 'SAMEORIGIN')
    response.header('content-type', 'text/html; charset=utf-8')
    response.header('cache-control', 'private, no-store')
    return response.send(noticePage(notice, ctx.town))
  }

  private async notice(ctx: HttpContext) {
    const notice = await noticeById(ctx.town.id, idIn(ctx))
    if (!notice) throw notFound()
    await this.record(ctx, { action: 'desk.notice_read', subject: { kind: 'notices', id: notice.id } })
    return notice
  }

  private record = ({ town, officer }: HttpContext, read: Pick<Read, 'action' | 'subject'>) =>
    new RecordRead().execute(town.id, { ...read, actor: { kind: 'officer', id: officer.id }, at: new Date() })
}
