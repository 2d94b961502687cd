import type { CaseMoney } from '#desk/domain/case_money'
import { useTexts } from '../texts.js'
import { PAYMENT_TONES, REFUND_TONES } from '../tones.js'
import { Fee } from './fee.js'

/** What the case costs, and each order to pay it with what became of it. */
export function Money({ money: { fee, orders } }: { money: CaseMoney }) {
  const t = useTexts()
  return (
    <>
      {fee && (
        <>
          <h3>{t('money.fee')}</h3>
          <Fee fee={fee} label={t('money.fee')} />
        </>
      )}
      <h3>{t('payments.orders')}</h3>
      {orders.length === 0 && <p className="desk-quiet">{t('money.noOrders')}</p>}
      {orders.map((order) => (
        <Order key={order.id} order={order} />
      ))}
    </>
  )
}

function Order({ order }: { order: CaseMoney['orders'][number] }) {
  const t = useTexts()
  const name = t('money.order', { reference: order.reference, amount: order.amount })
  return (
    <>
      <ul className="desk-papers">
        <Paper name={name} notes={order.notes} state={order.state} tone={PAYMENT_TONES[order.tone]} />
        {order.refunds.map(({ id, amount, notes, state, tone }) => (
          <Paper
            key={id}
            name={t('money.refund', { amount })}
            notes={notes}
            state={state}
            tone={REFUND_TONES[tone]}
          />
        ))}
      </ul>
      {order.fee && <Fee fee={order.fee} label={name} />}
    </>
  )
}

const Paper = (props: { name: string; notes: string[]; state: string; tone: string | undefined }) => (
  <li>
    <div>
      <strong>{props.name}</strong>
      {props.notes.map((note) => (
        <small key={note} className="desk-under">
          {note}
        </small>
      ))}
    </div>
    <span className={`desk-tag desk-tag--${props.tone ?? 'quiet'}`}>{props.state}</span>
  </li>
)
