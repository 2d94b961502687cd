import { Link } from '@inertiajs/react'
import type { PaymentsPage } from '#desk/domain/payments_page'
import { useTexts } from './texts.js'
import { PAYMENT_TONES } from './tones.js'

const COLUMNS = ['reference', 'at', 'concept', 'payer', 'state', 'amount'] as const

/** Orders to pay, as a table, or as cards where the window is narrow. */
export function PaymentTable({ label, lines }: { label: string } & Pick<PaymentsPage, 'lines'>) {
  const t = useTexts()
  const name = (column: string) => t(`payments.columns.${column}`)
  return (
    <div className="desk-scroll">
      <table className="desk-table desk-table--cards" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {name(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {lines.map((line) => (
            <tr key={line.id} role="row">
              <td role="cell" className="desk-number">
                {line.reference}
              </td>
              <td role="cell" data-label={name('at')}>
                <time dateTime={line.at.iso}>{line.at.text}</time>
              </td>
              <td role="cell" data-label={name('concept')}>
                <span>
                  {line.concept}
                  <small className="desk-under">
                    {line.caseHref ? <Link href={line.caseHref}>{line.caseNumber}</Link> : line.caseNumber}
                  </small>
                </span>
              </td>
              <td role="cell" data-label={name('payer')}>
                <span>
                  {line.payer}
                  <small className="desk-under">{line.identifier}</small>
                </span>
              </td>
              <td role="cell" data-label={name('state')}>
                <span>
                  <span className={`desk-tag desk-tag--${PAYMENT_TONES[line.tone] ?? 'quiet'}`}>
                    {line.state}
                  </span>
                  {line.operation && (
                    <small className="desk-under">
                      {t('payments.operation', { number: line.operation })}
                    </small>
                  )}
                </span>
              </td>
              <td role="cell" data-label={name('amount')}>
                <strong>{line.amount}</strong>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
