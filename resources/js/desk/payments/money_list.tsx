import { Link } from '@inertiajs/react'
import type { ReactElement } from 'react'
import type { PaymentsPage, RefundsPage } from '#desk/domain/payments_page'
import { Filter } from '../filter.js'
import { PageHead } from '../page_head.js'
import { Pages } from '../pages.js'
import { useTexts } from '../texts.js'
import { Views } from '../views.js'
import { MoneyTotals } from './money_totals.js'

interface MoneyListProps {
  /** Whose texts it has: `payments` or `refunds` of `desk`. */
  of: 'payments' | 'refunds'
  page: PaymentsPage | RefundsPage
  path: string
  other: { text: string; href: string }
  heading: string
  /** What the totals are of. */
  totalsOf: string
  table: ReactElement
}

/** A list of the treasurer: by state and days, with totals and its export. */
export function MoneyList({ of, page, path, other, heading, totalsOf, table }: MoneyListProps) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t(`${of}.title`)}>
        <div className="desk-actions">
          <Link className="desk-button" href={other.href}>
            {other.text}
          </Link>
          <a className="desk-button" href={page.csv} download>
            {t('payments.csv')}
          </a>
        </div>
      </PageHead>
      <Views label={t(`${of}.label`)} views={page.states} />
      <Filter
        key={page.filter.state}
        path={path}
        filter={page.filter}
        boxes={(['from', 'to'] as const).map((name) => ({
          name,
          label: t(`payments.${name}`),
          type: 'date',
        }))}
      />
      <h2>{t('payments.totals')}</h2>
      <MoneyTotals totals={page.totals} of={totalsOf} />
      <h2>{heading}</h2>
      {page.lines.length === 0 ? <p className="desk-panel desk-empty">{t(`${of}.none`)}</p> : table}
      <Pages first={page.first} next={page.next} />
    </>
  )
}
