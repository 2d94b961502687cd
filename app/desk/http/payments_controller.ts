import type { HttpContext } from '@adonisjs/core/http'
import { choiceIn } from '#core/http/asked'
import { uuidv7 } from '#core/ids'
import { amountTyped, figuresOf } from '#core/locale'
import { RecordExport } from '#desk/actions/record_export'
import { RecordRead } from '#desk/actions/record_read'
import { daysIn } from '#desk/http/asked'
import { paymentsCsv } from '#desk/http/payments_export'
import { addressOf, caseLinks, caseNumbers, placeIn, placeOf, sendCsv } from '#desk/http/treasury_list'
import { speechOf } from '#desk/http/speech'
import {
  ORDER_STATES,
  everyPayment,
  newestPayments,
  treasuryTotals,
  type TreasuryFilter,
  type TreasuryLine,
} from '#payments/queries/treasury'

const PATH = '/desk/payments'
const LIMIT = 50
const SUBJECT = { kind: 'payments', id: 'payments' }

/** The treasurer's list: what was asked for, what was paid, what it comes to (Royal Decree 128/2018, art. 5). */
export default class PaymentsController {
  async show(ctx: HttpContext) {
    const { town, officer, inertia, lang } = ctx
    const { t } = speechOf(ctx)
    const { money } = figuresOf(lang)
    const filter = this.filter(ctx)
    const after = placeIn(ctx)
    const { timeZone } = town
    const [found, totals] = await Promise.all([
      newestPayments(town.id, filter, { timeZone, after, limit: LIMIT + 1 }),
      treasuryTotals(town.id, filter, timeZone),
    ])
    await new RecordRead().execute(town.id, {
      action: 'desk.payments_read',
      subject: SUBJECT,
      actor: { kind: 'officer', id: officer.id },
      at: new Date(),
    })
    const shown = found.slice(0, LIMIT)
    const last = shown.at(-1)
    const href = (more: Record<string, string> = {}, path = PATH) => addressOf(path, { ...filter, ...more })
    return inertia.render('desk/payments', {
      filter: { from: filter.from ?? '', to: filter.to ?? '', state: filter.state ?? '' },
      states: [
        {
          name: t('desk.payments.all'),
          href: addressOf(PATH, { ...filter, state: null }),
          current: !filter.state,
        },
        ...ORDER_STATES.map((state) => ({
          name: t(`desk.payments.states.${state}`),
          href: href({ state }),
          current: filter.state === state,
        })),
      ],
      totals: Object.entries(totals).map(([name, { count, amount }]) => ({
        name: t(`desk.payments.states.${name}`),
        count,
        amount: money(amount),
      })),
      lines: await this.lines(ctx, shown),
      next: found.length > LIMIT && last ? href({ after: placeOf(last) }) : null,
      first: after ? href() : null,
      csv: href({}, `${PATH}/export/csv`),
      refunds: addressOf(`${PATH}/refunds`, { from: filter.from, to: filter.to }),
    })
  }

  async export(ctx: HttpContext) {
    const { town, officer } = ctx
    const filter = this.filter(ctx)
    const detail = { ...filter, format: 'csv' }
    const action = 'desk.payments_exported'
    await new RecordExport().execute(town.id, { officerId: officer.id, action, subject: SUBJECT, detail })
    const { t } = speechOf(ctx)
    const written = paymentsCsv(everyPayment(town.id, filter, town.timeZone), {
      title: (column) => t(`desk.payments.columns.${column}`),
      state: (state) => t(`desk.payments.states.${state}`),
      caseNumbers: (lines) => caseNumbers(town.id, lines),
      timeZone: town.timeZone,
    })
    return sendCsv(ctx, [town.slug, 'payments', filter.state, filter.from, filter.to], written)
  }

  private filter(ctx: HttpContext): TreasuryFilter {
    return { ...daysIn(ctx), state: choiceIn(ctx, 'state', ORDER_STATES) }
  }

  private async lines(ctx: HttpContext, lines: TreasuryLine[]) {
    const { lang } = ctx
    const { moment, t } = speechOf(ctx)
    const { money } = figuresOf(lang)
    const caseOf = await caseLinks(ctx, lines)
    return lines.map(({ id, reference, concept, payer, amount, state, at, caseId, externalId, kept }) => ({
      id,
      reference,
      concept,
      payer: payer.name,
      identifier: payer.identifier,
      amount: money(amount),
      state: t(`desk.payments.states.${state}`),
      tone: state,
      at: moment(at),
      operation: externalId ?? '',
      ...caseOf(caseId),
      back:
        amount > kept && state === 'paid' ? t('desk.payments.backOf', { amount: money(amount - kept) }) : '',
      giveBack: kept > 0 ? { key: uuidv7(), left: money(kept), amount: amountTyped(kept, lang) } : null,
    }))
  }
}
