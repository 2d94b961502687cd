import { Link, router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { PaymentsPage } from '#desk/domain/payments_page'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { PaymentTable, PaymentTotals } from '../../desk/payment_table.js'
import { useTexts } from '../../desk/texts.js'

export default function Payments(page: PaymentsPage) {
  const t = useTexts()
  const title = t('payments.title')
  return (
    <>
      <PageHead title={title}>
        <a className="desk-button" href={page.csv} download>
          {t('payments.csv')}
        </a>
      </PageHead>
      <nav aria-label={t('payments.label')}>
        <ul className="desk-views">
          {page.states.map(({ name, href, current }) => (
            <li key={name}>
              <Link href={href} aria-current={current ? 'page' : undefined}>
                {name}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Filter {...page} key={page.filter.state} />
      <h2>{t('payments.totals')}</h2>
      <PaymentTotals totals={page.totals} />
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

function Filter({ filter }: Pick<PaymentsPage, 'filter'>) {
  const t = useTexts()
  const [asked, ask] = useState(filter)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.entries(asked).filter(([, value]) => value)
    router.get('/desk/payments', Object.fromEntries(given), { preserveState: true })
  }
  const day = (name: 'from' | 'to') => (
    <TextField
      type={'date' as 'text'}
      value={asked[name]}
      onChange={(value) => ask({ ...asked, [name]: value })}
    >
      <Label>{t(`payments.${name}`)}</Label>
      <Input />
    </TextField>
  )
  return (
    <form className="desk-toolbar" role="search" onSubmit={send}>
      {day('from')}
      {day('to')}
      <Button type="submit" className="desk-button">
        {t('search.go')}
      </Button>
    </form>
  )
}
