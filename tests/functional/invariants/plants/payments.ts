import { unwrap } from '#core/result'
import { GiveBack } from '#payments/actions/give_back'
import { answer, attempt, orderFor, paid } from '#tests/support/payments'
import { asApp, asOwner, type Plant } from './plant.js'
import type { OfficeAtWork } from '../office_at_work.js'

const asked = ({ test, first }: OfficeAtWork) => orderFor(test, '27.30', { caseId: first.caseId })

/** Somebody paid this many cents of an order of 27.30. */
async function came(office: OfficeAtWork, cents: number) {
  const order = await asked(office)
  await answer(office.test, paid((await attempt(office.test, order)).id, cents))
  return order
}

export const payments: Plant[] = [
  {
    title: 'money too much that nobody gives back',
    rule: 'I10',
    fault: 'money_differs',
    async plant(office) {
      const { id } = await came(office, 2731)
      await asApp(office, `DELETE FROM jobs WHERE municipality_id = $1 AND kind = 'refund'`)
      return id
    },
  },
  {
    title: 'money that was to be given back, and nobody does',
    rule: 'I10',
    fault: 'surplus_kept',
    async plant(office) {
      const { id: orderId } = await came(office, 2730)
      const actor = { kind: 'officer' as const, id: office.test.officer.id }
      const given = { orderId, key: 'k', amount: 730, reason: 'Called off', actor, at: new Date() }
      const { id } = unwrap(await new GiveBack().execute({ municipalityId: office.town.id, ...given }))
      await asApp(office, `DELETE FROM jobs WHERE municipality_id = $1 AND kind = 'refund'`)
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
      await asApp(office, `DELETE FROM jobs WHERE municipality_id = $1 AND kind = 'payment_expiry'`)
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
