import type { LockedCase } from '#cases/queries/locked_case'
import type { CompiledProcedure } from '#catalogue/types'
import { canonical } from '#core/canonical_json'
import { figuresOf } from '#core/locale'
import type { CaseMoney, FeeShown } from '#desk/domain/case_money'
import type { Speech } from '#desk/http/speech'
import { type Assessment, feeRows } from '#fees/index'
import { ordersOfCase, settlementsOf } from '#payments/queries/orders'
import { refundsOf } from '#payments/queries/refunds'
import type { PaymentOrder, Refund } from '#payments/types'

interface Reader {
  procedure: CompiledProcedure
  speech: Speech
}

/** What a case costs, line by line, and what was asked for, paid and given back; null where it costs nothing. */
export async function moneyOf(
  municipalityId: string,
  { id, workflow }: Pick<LockedCase, 'id' | 'workflow'>,
  reader: Reader
): Promise<CaseMoney | null> {
  const fee = feeIn(workflow)
  const orders = await ordersOfCase(municipalityId, id)
  if (!fee && orders.length === 0) return null
  return {
    fee: fee && shown(fee, reader),
    orders: (
      await Promise.all(orders.map((order) => orderLine(municipalityId, order, { ...reader, fee })))
    ).reverse(),
  }
}

/** What follows from how late a case was filed, in words; null where it was in time. */
export function latenessOf({ workflow }: Pick<LockedCase, 'workflow'>, reader: Reader): string | null {
  const fee = feeIn(workflow)
  return fee && shown(fee, reader).late
}

const feeIn = ({ variables }: LockedCase['workflow']) =>
  (variables['fee'] ?? null) as unknown as Assessment | null

const shown = (fee: Assessment, { procedure, speech: { of, lang, t } }: Reader): FeeShown =>
  feeRows(fee, { label: (id) => of(procedure, `fees.steps.${id}`) ?? id, ...figuresOf(lang), t })

async function orderLine(
  municipalityId: string,
  order: PaymentOrder,
  { fee, ...reader }: Reader & { fee: Assessment | null }
) {
  const { t, lang, moment } = reader.speech
  const { id, reference, assessment, state, expiresAt, endedAt } = order
  const [settlements, refunds] = await Promise.all([
    settlementsOf(municipalityId, id),
    refundsOf(municipalityId, id),
  ])
  const paid = settlements.find(({ effect }) => effect === 'pays')
  const when = (key: string, at: Date) => t(`desk.money.${key}`, { when: moment(at).text })
  const same = fee && canonical(fee as never) === canonical(assessment as never)
  return {
    id,
    reference,
    amount: figuresOf(lang).money(order.amount),
    state: t(`desk.payments.states.${state}`),
    tone: state,
    notes: [
      when('ordered', order.orderedAt),
      ...(state === 'open' ? [when('until', new Date(expiresAt.getTime() - 1))] : []),
      ...(paid
        ? [when('paid', paid.settledAt), t('desk.payments.operation', { number: paid.externalId })]
        : []),
      ...(endedAt && !paid ? [when('ended', endedAt)] : []),
    ],
    fee: same ? null : shown(assessment, reader),
    refunds: refunds.map((refund) => refundLine(refund, reader.speech)),
  }
}

const refundLine = (refund: Refund, { t, lang, moment }: Speech) => {
  const { id, amount, why, surplus, state, askedAt, refundedAt, externalId } = refund
  const when = (key: string, at: Date) => t(`desk.money.${key}`, { when: moment(at).text })
  return {
    id,
    amount: figuresOf(lang).money(amount),
    state: t(`desk.refunds.states.${state}`),
    tone: state,
    notes: [
      why ?? t(`payments.surplus.${surplus}`),
      when('asked', askedAt),
      ...(refundedAt ? [when('refunded', refundedAt)] : []),
      ...(externalId ? [t('desk.payments.operation', { number: externalId })] : []),
    ],
  }
}
