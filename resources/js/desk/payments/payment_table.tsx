import { Link } from '@inertiajs/react'
import type { PaymentsPage } from '#desk/domain/payments_page'
import { DeskTable } from '../desk_table.js'
import { useTexts } from '../texts.js'
import { GiveBack } from './give_back.js'
import { PAYMENT_TONES } from '../tones.js'
import { Under } from '../under.js'

const COLUMNS = ['reference', 'at', 'concept', 'payer', 'state', 'amount', 'giving'] as const

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
          <Under text={line.back}>
            <strong>{line.amount}</strong>
          </Under>,
          <GiveBack line={line} />,
        ],
      }))}
    />
  )
}
