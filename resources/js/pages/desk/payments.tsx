import { Link } from '@inertiajs/react'
import type { PaymentsPage } from '#desk/domain/payments_page'
import { Filter } from '../../desk/filter.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { MoneyTotals } from '../../desk/payments/money_totals.js'
import { PaymentTable } from '../../desk/payments/payment_table.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

export default function Payments(page: PaymentsPage) {
  const t = useTexts()
  const title = t('payments.title')
  return (
    <>
      <PageHead title={title}>
        <div className="desk-actions">
          <Link className="desk-button" href={page.refunds}>
            {t('refunds.title')}
          </Link>
          <a className="desk-button" href={page.csv} download>
            {t('payments.csv')}
          </a>
        </div>
      </PageHead>
      <Views label={t('payments.label')} views={page.states} />
      <Filter
        key={page.filter.state}
        path="/desk/payments"
        filter={page.filter}
        boxes={(['from', 'to'] as const).map((name) => ({
          name,
          label: t(`payments.${name}`),
          type: 'date',
        }))}
      />
      <h2>{t('payments.totals')}</h2>
      <MoneyTotals totals={page.totals} of={t('payments.columns.state')} />
      <h2>{t('payments.orders')}</h2>
      {page.lines.length === 0 ? (
        <p className="desk-panel desk-empty">{t('payments.none')}</p>
      ) : (
        <PaymentTable label={title} lines={page.lines} />
      )}
      <Pages first={page.first} next={page.next} />
    </>
  )
}
