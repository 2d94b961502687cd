import type { RefundsPage } from '#desk/domain/payments_page'
import { MoneyList } from '../../desk/payments/money_list.js'
import { RefundTable } from '../../desk/payments/refund_table.js'
import { useTexts } from '../../desk/texts.js'

export default function Refunds(page: RefundsPage) {
  const t = useTexts()
  return (
    <MoneyList
      of="refunds"
      page={page}
      path="/desk/payments/refunds"
      other={{ text: t('payments.orders'), href: page.orders }}
      heading={t('refunds.title')}
      totalsOf={t('refunds.columns.money')}
      table={<RefundTable label={t('refunds.title')} lines={page.lines} />}
    />
  )
}
