import type { HttpContext } from '@adonisjs/core/http'
import { casesByIds } from '#cases/queries/cases_by_ids'
import { notFound } from '#core/http/problem'
import { workingDaysBetween } from '#deadlines/index'
import { isDay } from '#desk/domain/day'
import { RecordRead } from '#desk/actions/record_read'
import { postBy } from '#desk/domain/post_by'
import { dueWords } from '#desk/http/due'
import { field, idIn } from '#desk/http/asked'
import { deliveryLines } from '#desk/http/delivery_lines'
import { goTo, say } from '#desk/http/flash'
import { speechOf } from '#desk/http/speech'
import type {} from '#desk/domain/letters_page'
import { addressLines } from '#forms/index'
import { PutAside } from '#notifications/actions/put_aside'
import { RecordDelivery } from '#notifications/actions/record_delivery'
import { TakeBack } from '#notifications/actions/take_back'
import { lettersInTray } from '#notifications/queries/letters'
import { calendarOf } from '#tenancy/queries/calendar'
import { type Delivery, DELIVERY_RESULTS } from '#notifications/types'

const PATH = '/desk/letters'

/** Notifications on paper: to print and post, and to write down what became of them (Law 39/2015, arts. 41 to 44). */
export default class LettersController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia } = ctx
    const speech = speechOf(ctx)
    const [letters, calendar] = await Promise.all([lettersInTray(town.id), calendarOf(town.id)])
    await new RecordRead().execute(town.id, {
      action: 'desk.letters_read',
      subject: { kind: 'letters', id: 'letters' },
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    const today = new Date().toISOString()
    const cases = await casesByIds(
      town.id,
      letters.map(({ caseId }) => caseId)
    )
    return inertia.render('desk/letters', {
      letters: letters.map((letter) => {
        const held = cases.get(letter.caseId)
        const dueOn = postBy(letter.madeAvailableAt, held?.dueOn ?? null, calendar)
        const daysLeft = workingDaysBetween(today, dueOn, calendar)
        return {
          id: letter.id,
          subject: letter.subject,
          addressee: held?.applicantName ?? '',
          address: addressLines(letter.address),
          case: { id: letter.caseId, number: held?.entryNumber ?? '' },
          document: `/desk/documents/${letter.documentId}`,
          at: speech.moment(letter.madeAvailableAt),
          silent: held?.silenceOn ? speech.day(held.silenceOn) : null,
          due: dueWords({ dueOn, suspendedOn: null, daysLeft }, calendar, speech),
          opened: letter.state === 'accepted' && letter.actedAt ? speech.moment(letter.actedAt) : null,
          returned: letter.evidence['returned'] ? deliveryLines(letter, speech) : null,
        }
      }),
      results: DELIVERY_RESULTS.map((value) => ({ value, label: speech.t(`desk.posted.results.${value}`) })),
    })
  }

  async takeBack(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const done = await new TakeBack().execute({
      municipalityId: town.id,
      notificationId: idIn(ctx),
      reason: field(ctx, 'reason', 1000).normalize('NFC').trim(),
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', t('desk.posted.takenBack'))
    else say(ctx, 'danger', t(`desk.posted.refusals.${done.error}`))
    return goTo(ctx, PATH)
  }

  /** Whoever keeps the tray has seen that it need not be posted. */
  async putAside(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const done = await new PutAside().execute({
      municipalityId: town.id,
      notificationId: idIn(ctx),
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', t('desk.posted.setAside'))
    else say(ctx, 'danger', t(`desk.posted.refusals.${done.error}`))
    return goTo(ctx, PATH)
  }

  async record(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const delivery = deliveryIn(ctx)
    const done = delivery
      ? await new RecordDelivery().execute({
          municipalityId: town.id,
          notificationId: idIn(ctx),
          actor: { kind: 'officer', id: officer.id },
          ...delivery,
          at: new Date(),
        })
      : { ok: false as const, error: 'wrong_day' as const }
    if (!done.ok && done.error === 'not_found') throw notFound()
    if (done.ok) say(ctx, 'success', t('desk.posted.recorded'))
    else say(ctx, 'danger', t(`desk.posted.refusals.${done.error}`))
    return goTo(ctx, PATH)
  }
}

/** What was posted, as the office takes it; null without a result or a day. */
function deliveryIn(ctx: HttpContext): Delivery | null {
  const said = (name: string, longest = 200) => field(ctx, name, longest).normalize('NFC').trim()
  const [on, firstOn] = [said('on', 10), said('firstOn', 10)]
  const result = DELIVERY_RESULTS.find((one) => one === said('result', 20))
  if (!result || !isDay(on)) return null
  const visited = result !== 'published'
  return {
    result,
    on,
    ...(visited ? { hour: said('hour', 5) } : {}),
    ...(isDay(firstOn) ? { first: { on: firstOn, hour: said('firstHour', 5) } } : {}),
    ...(result === 'delivered' ? { receiver: said('receiver'), relation: said('relation', 100) } : {}),
    reference: said('reference', 100),
  }
}
