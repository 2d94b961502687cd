import type { HttpContext } from '@adonisjs/core/http'
import { ownCase } from '#cases/queries/cases_of_person'
import { isMoving } from '#cases/queries/is_moving'
import { isUuid } from '#core/ids'
import { seenUntil } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { issuersOf } from '#documents/queries/issuers'
import { documentById } from '#documents/queries/documents'
import { otherLanguages } from '#documents/queries/other_languages'
import { listedDocument } from '#documents/queries/listed_document'
import { wasPosted } from '#folder/domain/was_posted'
import { MOST_WAITING, PAGE, paged } from '#folder/http/paged'
import { legalWordsOf, wordsOf } from '#folder/http/words'
import { caseNames } from '#folder/queries/case_names'
import { addressLines } from '#forms/index'
import { AcceptNotification } from '#notifications/actions/accept_notification'
import { RejectNotification } from '#notifications/actions/reject_notification'
import { notificationOf, notificationsOf } from '#notifications/queries/notifications'
import type { Notification } from '#notifications/types'
import { numbersOfDocument } from '#registry/queries/numbers_of_document'

const DAY = 86_400_000

/** Formal notifications: the envelope, and the two answers that the law gives (Law 39/2015, art. 43). */
export default class NotificationsController {
  async index(ctx: HttpContext) {
    const { town, citizen, lang, view } = ctx
    const words = wordsOf(ctx)
    const before = seenUntil(ctx)
    const [waiting, past] = await Promise.all([
      before ? [] : notificationsOf(town.id, citizen.personId, { waiting: true, limit: MOST_WAITING }),
      notificationsOf(town.id, citizen.personId, { waiting: false, before, limit: PAGE + 1 }),
    ])
    const { shown, pages } = paged(past, '/folder/notifications', before)
    const all = [...waiting, ...shown]
    const documentIds = all.map(({ documentId }) => documentId)
    const [cases, issuers, languages] = await Promise.all([
      caseNames(
        town.id,
        citizen.personId,
        all.map(({ caseId }) => caseId)
      ),
      issuersOf(town.id, documentIds, lang),
      otherLanguages(town.id, documentIds, lang),
    ])
    const listed = (one: Notification) => ({
      subject: one.subject,
      lang: languages.get(one.documentId),
      href: `/folder/notifications/${one.id}`,
      about: cases.get(one.caseId) ?? '',
      from: issuers.get(one.documentId) ?? town.name,
    })
    return view.render('pages/folder/notifications', {
      waiting: before
        ? null
        : waiting.map((one) => ({
            ...listed(one),
            availableOn: words.day(one.madeAvailableAt),
            expiresOn: one.expiresAt && words.day(new Date(one.expiresAt.getTime() - 1)),
            daysLeft: this.daysLeft(one),
            posted: wasPosted(one),
          })),
      past: shown.map((one) => ({
        ...listed(one),
        state: one.state,
        stateOn: this.stateOn(one, words, words.day) ?? '',
      })),
      pages,
    })
  }

  async show(ctx: HttpContext) {
    const { town, citizen, lang, view } = ctx
    const words = await legalWordsOf(ctx)
    const one = await this.find(ctx)
    const [own, issuers, languages] = await Promise.all([
      ownCase(town.id, citizen.personId, one.caseId),
      issuersOf(town.id, [one.documentId], lang),
      otherLanguages(town.id, [one.documentId], lang),
    ])
    const document = one.state === 'available' ? null : await documentById(town.id, one.documentId)
    const numbers = document && (await numbersOfDocument(town.id, document))
    return view.render('pages/folder/notification', {
      notification: {
        subject: one.subject,
        lang: languages.get(one.documentId),
        from: issuers.get(one.documentId) ?? town.name,
        caseNumber: [own?.summary.entryNumber, own?.summary.subject].filter(Boolean).join(' · '),
        caseHref: `/folder/cases/${one.caseId}`,
        availableOn: words.moment(one.madeAvailableAt),
        expiresOn: one.expiresAt && words.day(new Date(one.expiresAt.getTime() - 1)),
        daysLeft: this.daysLeft(one),
        resolution: numbers?.resolution ?? null,
        state: one.state,
        stateOn: this.stateOn(one, words, words.moment),
        sentTo: one.address === null ? null : addressLines(one.address).join(' · '),
        posted: wasPosted(one),
      },
      accept: `/folder/notifications/${one.id}/acceptance`,
      reject: `/folder/notifications/${one.id}/rejection`,
      documents: document ? [listedDocument(document, words)] : [],
      answers: (own?.tasks ?? []).map((task) => ({
        text: words.t('folder.notification.answer'),
        href: `/folder/cases/${one.caseId}/corrections/${task.id}`,
        until: task.dueOn
          ? words.t('folder.notification.answerUntil', {
              date: words.until(task.dueOn, task.openedAt.toISOString()),
            })
          : '',
      })),
      preparing: own?.summary.state === 'open' && (await isMoving(town.id, one.caseId)),
      here: `/folder/notifications/${one.id}`,
    })
  }

  accept = (ctx: HttpContext) => this.answer(ctx, new AcceptNotification())

  reject = (ctx: HttpContext) => this.answer(ctx, new RejectNotification())

  /** Whoever answers what has been answered already sees how it stands. */
  private async answer(ctx: HttpContext, action: AcceptNotification | RejectNotification) {
    const { town, citizen, response } = ctx
    const one = await this.find(ctx)
    const { personId, identifier, level, method } = citizen
    await action.execute({
      municipalityId: town.id,
      notificationId: one.id,
      addressee: { personId, identifier, level, method },
      at: new Date(),
    })
    return response.redirect().status(303).toPath(`/folder/notifications/${one.id}`)
  }

  private async find({ town, citizen, params }: HttpContext): Promise<Notification> {
    const one = isUuid(params.id) ? await notificationOf(town.id, citizen.personId, params.id) : null
    if (!one) throw notFound()
    return one
  }

  /** On paper it counts from the day that the office wrote down, not from when it did. */
  private stateOn(
    { actedAt, state, evidence }: Notification,
    words: ReturnType<typeof wordsOf>,
    said: (at: Date) => string
  ): string | null {
    const { on } = Object(evidence[state]) as { on?: string }
    return on ? words.date(on) : actedAt && said(actedAt)
  }

  private daysLeft = ({ expiresAt }: Notification) =>
    expiresAt && Math.max(0, Math.floor((expiresAt.getTime() - Date.now()) / DAY))
}
