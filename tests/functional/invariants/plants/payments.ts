import { unwrap } from '#core/result'
import { GiveBack } from '#payments/actions/give_back'
import { officerOf } from '#tests/support/open_case'
import { asked, came } from './money.js'
import { asApp, asOwner, forget, type Plant } from './plant.js'

export const payments: Plant[] = [
  {
    title: 'money too much that nobody gives back',
    rule: 'I10',
    fault: 'money_differs',
    async plant(office) {
      const { id } = await came(office, 2731)
      await forget(office, 'refund')
      return id
    },
  },
  {
    title: 'money that was to be given back, and nobody does',
    rule: 'I10',
    fault: 'surplus_kept',
    async plant(office) {
      const { id: orderId } = await came(office, 2730)
      const actor = officerOf(office.test)
      const given = { orderId, key: 'k', amount: 730, reason: 'Called off', actor, at: new Date() }
      const { id } = unwrap(await new GiveBack().execute({ municipalityId: office.town.id, ...given }))
      await forget(office, 'refund')
      return id
    },
  },
  {
    title: 'an order that counts as paid and got no money',
    rule: 'I10',
    fault: 'money_differs',
    async plant(office) {
      const { id } = await asked(office)
      await asApp(
        office,
        `UPDATE payment_orders SET state = 'paid', ended_at = now() WHERE municipality_id = $1 AND id = $2`,
        [id]
      )
      return id
    },
  },
  {
    title: 'an order that is paid and still waits',
    rule: 'I19',
    fault: 'payment_differs',
    async plant(office) {
      const { id } = await came(office, 2730)
      await asApp(
        office,
        `UPDATE payment_orders SET state = 'open', ended_at = NULL WHERE municipality_id = $1 AND id = $2`,
        [id]
      )
      return id
    },
  },
  {
    title: 'a settlement that is gone',
    rule: 'I19',
    fault: 'row_lost',
    async plant(office) {
      await came(office, 2730)
      const [{ id }] = await asOwner(
        office,
        'settlements',
        `DELETE FROM settlements WHERE municipality_id = $1 RETURNING id`
      )
      return id
    },
  },
  {
    title: 'a reference that was left out',
    rule: 'I3',
    fault: 'reference_gap',
    async plant(office) {
      await asked(office)
      await asApp(office, `UPDATE payment_counters SET last = last + 1 WHERE municipality_id = $1`)
      return 'payments 26'
    },
  },
  {
    title: 'a term to pay that nobody watches any more',
    rule: 'I20',
    fault: 'payment_expiry_differs',
    async plant(office) {
      const { id } = await asked(office)
      await forget(office, 'payment_expiry')
      return id
    },
  },
  {
    title: 'a term to pay that was put off',
    rule: 'I20',
    fault: 'payment_expiry_differs',
    async plant(office) {
      const { id } = await asked(office)
      await asApp(
        office,
        `UPDATE jobs SET run_at = run_at + interval '1 day' WHERE municipality_id = $1 AND kind = 'payment_expiry'`
      )
      return id
    },
  },
]
