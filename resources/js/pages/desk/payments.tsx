import type { PaymentsPage } from '#desk/domain/payments_page'
import { MoneyList } from '../../desk/payments/money_list.js'
import { PaymentTable } from '../../desk/payments/payment_table.js'
import { useTexts } from '../../desk/texts.js'

export default function Payments(page: PaymentsPage) {
  const t = useTexts()
  return (
    <MoneyList
      of="payments"
      page={page}
      path="/desk/payments"
      other={{ text: t('refunds.title'), href: page.refunds }}
      heading={t('payments.orders')}
      totalsOf={t('payments.columns.state')}
      table={<PaymentTable label={t('payments.title')} lines={page.lines} />}
    />
  )
}
