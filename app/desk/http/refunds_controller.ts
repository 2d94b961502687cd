import type { HttpContext } from '@adonisjs/core/http'
import { choiceIn } from '#core/http/asked'
import { notFound } from '#core/http/problem'
import { figuresOf } from '#core/locale'
import { typedDecimal } from '#core/typed_decimal'
import { RecordExport } from '#desk/actions/record_export'
import { RecordRead } from '#desk/actions/record_read'
import { daysIn, field, idIn } from '#desk/http/asked'
import { goTo, say } from '#desk/http/flash'
import { refundsCsv } from '#desk/http/refunds_export'
import { speechOf } from '#desk/http/speech'
import { addressOf, caseLinks, caseNumbers, placeIn, placeOf, sendCsv } from '#desk/http/treasury_list'
import { GiveBack } from '#payments/actions/give_back'
import { centsIn } from '#payments/domain/cents'
import {
  REFUND_STATES,
  everyRefund,
  moneyTotals,
  newestRefunds,
  type RefundFilter,
  type RefundLine,
} from '#payments/queries/treasury_refunds'

const ORDERS = '/desk/payments'
const PATH = `${ORDERS}/refunds`
const LIMIT = 50
const SUBJECT = { kind: 'payments', id: 'refunds' }

/** Money that went back, or has to; and giving it back by hand (RDLeg 2/2004, art. 26.3; Royal Decree 128/2018, art. 5). */
export default class RefundsController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia, lang } = ctx
    const { t } = speechOf(ctx)
    const { money } = figuresOf(lang)
    const filter = this.filter(ctx)
    const { timeZone } = town
    const after = placeIn(ctx)
    const [found, { captured, refunded, waiting }] = await Promise.all([
      newestRefunds(town.id, filter, { timeZone, after, limit: LIMIT + 1 }),
      moneyTotals(town.id, filter, timeZone),
    ])
    const actor = { kind: 'officer' as const, id: officer.id }
    await new RecordRead().execute(town.id, {
      action: 'desk.refunds_read',
      subject: SUBJECT,
      actor,
      at: new Date(),
    })
    const shown = found.slice(0, LIMIT)
    const last = shown.at(-1)
    const href = (more: Record<string, string | null> = {}, path = PATH) =>
      addressOf(path, { ...filter, ...more })
    const total = (name: string, count: number | null, amount: number) => ({
      name: t(`desk.refunds.totals.${name}`),
      count,
      amount: money(amount),
    })
    return inertia.render('desk/refunds', {
      filter: { from: filter.from ?? '', to: filter.to ?? '', state: filter.state ?? '' },
      states: [null, ...REFUND_STATES].map((state) => ({
        name: t(`desk.refunds.states.${state ?? 'all'}`),
        href: href({ state }),
        current: filter.state === state,
      })),
      totals: [
        total('captured', captured.count, captured.amount),
        total('refunded', refunded.count, refunded.amount),
        total('net', null, captured.amount - refunded.amount),
        total('waiting', waiting.count, waiting.amount),
      ],
      lines: await this.lines(ctx, shown),
      next: found.length > LIMIT && last ? href({ after: placeOf(last) }) : null,
      first: after ? href() : null,
      csv: href({}, `${PATH}/export/csv`),
      orders: addressOf(ORDERS, { from: filter.from, to: filter.to }),
    })
  }

  async export(ctx: HttpContext) {
    const { town, officer } = ctx
    const { t } = speechOf(ctx)
    const filter = this.filter(ctx)
    const detail = { ...filter, format: 'csv' }
    const action = 'desk.refunds_exported'
    await new RecordExport().execute(town.id, { officerId: officer.id, action, subject: SUBJECT, detail })
    const written = refundsCsv(everyRefund(town.id, filter, town.timeZone), {
      title: (column) => t(`desk.refunds.columns.${column}`),
      state: ({ state }) => t(`desk.refunds.states.${state}`),
      why: (line) => whyOf(line, t),
      caseNumbers: (lines) => caseNumbers(town.id, lines),
      timeZone: town.timeZone,
    })
    return sendCsv(ctx, [town.slug, 'refunds', filter.state, filter.from, filter.to], written)
  }

  /** Gives back what somebody typed, in their language, of what paid an order. */
  async store(ctx: HttpContext) {
    const { town, officer, lang } = ctx
    const { t } = speechOf(ctx)
    const typed = typedDecimal(field(ctx, 'amount', 30), lang)
    const amount = (typed === null ? null : centsIn(typed)) ?? 0
    const given = {
      municipalityId: town.id,
      orderId: idIn(ctx),
      key: field(ctx, 'key', 40),
      amount,
      reason: field(ctx, 'reason', 1000),
      actor: { kind: 'officer' as const, id: officer.id },
      at: new Date(),
    }
    const unready = given.key === '' || field(ctx, 'confirmed') !== 'yes'
    const done = unready ? null : await new GiveBack().execute(given)
    if (done && !done.ok && done.error === 'not_found') throw notFound()
    if (done?.ok) say(ctx, 'success', t('desk.refunds.given', { amount: figuresOf(lang).money(amount) }))
    else say(ctx, 'danger', t(`desk.refunds.refusals.${done ? done.error : 'not_confirmed'}`))
    return goTo(ctx, done?.ok ? PATH : ORDERS)
  }

  private filter(ctx: HttpContext): RefundFilter {
    return { ...daysIn(ctx), state: choiceIn(ctx, 'state', REFUND_STATES) }
  }

  private async lines(ctx: HttpContext, lines: RefundLine[]) {
    const { moment, t } = speechOf(ctx)
    const { money } = figuresOf(ctx.lang)
    const caseOf = await caseLinks(ctx, lines)
    return lines.map((line) => ({
      id: line.id,
      reference: line.reference,
      concept: line.concept,
      payer: line.payer.name,
      ...caseOf(line.caseId),
      amount: money(line.amount),
      why: whyOf(line, t),
      state: t(`desk.refunds.states.${line.state}`),
      tone: line.state,
      askedAt: moment(line.askedAt),
      refundedAt: line.refundedAt && moment(line.refundedAt),
      operation: line.externalId ?? '',
    }))
  }
}

/** The office's own reason, or what was the matter with money that paid nothing. */
const whyOf = ({ why, surplus }: RefundLine, t: (key: string) => string) =>
  why ?? t(`payments.surplus.${surplus}`)
