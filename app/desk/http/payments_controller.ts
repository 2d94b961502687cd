import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { casesByIds } from '#cases/queries/cases_by_ids'
import { choiceIn, wordAs } from '#core/http/asked'
import { isUuid } from '#core/ids'
import { figuresOf } from '#core/locale'
import { RecordExport } from '#desk/actions/record_export'
import { RecordRead } from '#desk/actions/record_read'
import { daysIn } from '#desk/http/asked'
import { HANDLERS } from '#desk/http/desk_props'
import { paymentsCsv } from '#desk/http/payments_export'
import { speechOf } from '#desk/http/speech'
import {
  ORDER_STATES,
  everyPayment,
  newestPayments,
  treasuryTotals,
  type TreasuryFilter,
  type TreasuryLine,
  type TreasuryPlace,
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
    const after = wordAs(ctx, 'after', 'E_NO_PLACE', readPlace)
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
      next: found.length > LIMIT && last ? href({ after: `${last.at.toISOString()}~${last.id}` }) : null,
      first: after ? href() : null,
      csv: href({}, `${PATH}/export/csv`),
    })
  }

  async export(ctx: HttpContext) {
    const { town, officer, response } = ctx
    const filter = this.filter(ctx)
    const detail = { ...filter, format: 'csv' }
    const action = 'desk.payments_exported'
    await new RecordExport().execute(town.id, { officerId: officer.id, action, subject: SUBJECT, detail })
    const { t } = speechOf(ctx)
    const name = [town.slug, 'payments', filter.state, filter.from, filter.to].filter(Boolean).join('-')
    response.header('content-type', 'text/csv; charset=utf-8')
    response.header('content-disposition', `attachment; filename="${name}.csv"`)
    response.header('cache-control', 'private, no-store')
    const written = paymentsCsv(everyPayment(town.id, filter, town.timeZone), {
      title: (column) => t(`desk.payments.columns.${column}`),
      state: (state) => t(`desk.payments.states.${state}`),
      caseNumbers: (lines) => caseNumbers(town.id, lines),
      timeZone: town.timeZone,
    })
    return response.stream(Readable.from(written))
  }

  private filter(ctx: HttpContext): TreasuryFilter {
    return { ...daysIn(ctx), state: choiceIn(ctx, 'state', ORDER_STATES) }
  }

  private async lines(ctx: HttpContext, lines: TreasuryLine[]) {
    const { town, officer, lang } = ctx
    const { moment, t } = speechOf(ctx)
    const { money } = figuresOf(lang)
    const handles = officer.roles.some((role) => HANDLERS.includes(role))
    const numbers = await caseNumbers(town.id, lines)
    return lines.map(({ id, reference, concept, payer, amount, state, at, caseId, externalId }) => ({
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
      caseNumber: numbers.get(caseId) ?? '',
      caseHref: handles && numbers.has(caseId) ? `/desk/cases/${caseId}` : null,
    }))
  }
}

const addressOf = (path: string, asked: Record<string, string | null>) => {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => Boolean(pair[1]))
  return given.length > 0 ? `${path}?${new URLSearchParams(given)}` : path
}

async function caseNumbers(municipalityId: string, lines: TreasuryLine[]): Promise<Map<string, string>> {
  const cases = await casesByIds(municipalityId, [...new Set(lines.map(({ caseId }) => caseId))])
  return new Map([...cases].map(([id, { entryNumber }]) => [id, entryNumber ?? '']))
}

const PLACE = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)~(.+)$/

/** An instant and an id. */
function readPlace(text: string): TreasuryPlace | null {
  const [, at = '', id = ''] = PLACE.exec(text) ?? []
  return isUuid(id) && !Number.isNaN(Date.parse(at)) ? { at, id } : null
}
