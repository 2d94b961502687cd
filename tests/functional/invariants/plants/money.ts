import { answer, attempt, orderFor, paid } from '#tests/support/payments'
import type { OfficeAtWork } from '../office_at_work.js'

/** Somebody is asked for 27.30. */
export const asked = ({ test, first }: OfficeAtWork) => orderFor(test, '27.30', { caseId: first.caseId })

/** Somebody paid this many cents of an order of 27.30. */
export async function came(office: OfficeAtWork, cents: number) {
  const order = await asked(office)
  await answer(office.test, paid((await attempt(office.test, order)).id, cents))
  return order
}
