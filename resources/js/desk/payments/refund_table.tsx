import { Link } from '@inertiajs/react'
import type { RefundsPage } from '#desk/domain/payments_page'
import { DeskTable } from '../desk_table.js'
import { useTexts } from '../texts.js'
import { REFUND_TONES } from '../tones.js'
import { Under } from '../under.js'

const COLUMNS = ['reference', 'concept', 'payer', 'why', 'askedAt', 'refundedAt', 'state', 'amount'] as const

/** Money that went back, or has to. */
export function RefundTable({ label, lines }: { label: string } & Pick<RefundsPage, 'lines'>) {
  const t = useTexts()
  return (
    <DeskTable
      label={label}
      columns={COLUMNS.map((id) => ({ id, name: t(`refunds.columns.${id}`) }))}
      rows={lines.map((line) => ({
        id: line.id,
        cells: [
          <span className="desk-number">{line.reference}</span>,
          <Under text={line.caseHref ? <Link href={line.caseHref}>{line.caseNumber}</Link> : line.caseNumber}>
            {line.concept}
          </Under>,
          line.payer,
          line.why,
          <time dateTime={line.askedAt.iso}>{line.askedAt.text}</time>,
          line.refundedAt && <time dateTime={line.refundedAt.iso}>{line.refundedAt.text}</time>,
          <Under text={line.operation && t('payments.operation', { number: line.operation })}>
            <span className={`desk-tag desk-tag--${REFUND_TONES[line.tone] ?? 'quiet'}`}>{line.state}</span>
          </Under>,
          <strong>{line.amount}</strong>,
        ],
      }))}
    />
  )
}
