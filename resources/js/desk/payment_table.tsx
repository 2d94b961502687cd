import { Link } from '@inertiajs/react'
import type { PaymentsPage } from '#desk/domain/payments_page'
import { DeskTable } from './desk_table.js'
import { useTexts } from './texts.js'
import { PAYMENT_TONES } from './tones.js'
import { Under } from './under.js'

const COLUMNS = ['reference', 'at', 'concept', 'payer', 'state', 'amount'] as const

/** Orders to pay. */
export function PaymentTable({ label, lines }: { label: string } & Pick<PaymentsPage, 'lines'>) {
  const t = useTexts()
  return (
    <DeskTable
      label={label}
      columns={COLUMNS.map((id) => ({ id, name: t(`payments.columns.${id}`) }))}
      rows={lines.map((line) => ({
        id: line.id,
        cells: [
          <span className="desk-number">{line.reference}</span>,
          <time dateTime={line.at.iso}>{line.at.text}</time>,
          <Under text={line.caseHref ? <Link href={line.caseHref}>{line.caseNumber}</Link> : line.caseNumber}>
            {line.concept}
          </Under>,
          <Under text={line.identifier}>{line.payer}</Under>,
          <Under text={line.operation && t('payments.operation', { number: line.operation })}>
            <span className={`desk-tag desk-tag--${PAYMENT_TONES[line.tone] ?? 'quiet'}`}>{line.state}</span>
          </Under>,
          <strong>{line.amount}</strong>,
        ],
      }))}
    />
  )
}

/** What the days shown come to, by state. */
export function PaymentTotals({ totals }: Pick<PaymentsPage, 'totals'>) {
  const t = useTexts()
  return (
    <div className="desk-scroll">
      <table className="desk-table" aria-label={t('payments.totals')}>
        <thead>
          <tr>
            {['state', 'count', 'amount'].map((column) => (
              <th key={column} scope="col">
                {t(`payments.columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(({ name, count, amount }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td>{count}</td>
              <td>{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
