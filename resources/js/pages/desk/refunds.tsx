import { Link } from '@inertiajs/react'
import type { RefundsPage } from '#desk/domain/payments_page'
import { Filter } from '../../desk/filter.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { MoneyTotals } from '../../desk/payments/money_totals.js'
import { RefundTable } from '../../desk/payments/refund_table.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

export default function Refunds(page: RefundsPage) {
  const t = useTexts()
  const title = t('refunds.title')
  return (
    <>
      <PageHead title={title}>
        <div className="desk-actions">
          <Link className="desk-button" href={page.orders}>
            {t('payments.orders')}
          </Link>
          <a className="desk-button" href={page.csv} download>
            {t('payments.csv')}
          </a>
        </div>
      </PageHead>
      <Views label={t('refunds.label')} views={page.states} />
      <Filter
        key={page.filter.state}
        path="/desk/payments/refunds"
        filter={page.filter}
        boxes={(['from', 'to'] as const).map((name) => ({
          name,
          label: t(`payments.${name}`),
          type: 'date',
        }))}
      />
      <h2>{t('payments.totals')}</h2>
      <MoneyTotals totals={page.totals} of={t('refunds.columns.money')} />
      <h2>{title}</h2>
      {page.lines.length === 0 ? (
        <p className="desk-panel desk-empty">{t('refunds.none')}</p>
      ) : (
        <RefundTable label={title} lines={page.lines} />
      )}
      <Pages first={page.first} next={page.next} />
    </>
  )
}
