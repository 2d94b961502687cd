import { graceEnd, isPayable } from '#payments/domain/term'
import type { PaymentAttempt, PaymentOrder } from '#payments/types'

interface Words {
  t(key: string, params?: Record<string, string | number>): string
  day(at: Date): string
  moment(at: Date): string
}

/** What became of going to a gateway, in words; `check`: it may be asked. */
export interface Tried {
  text: string
  check: boolean
}

/**
 * What a person is told of the payments that they began for an order that waits: the last one that came to nothing, and
 * those of which no gateway has said anything.
 */
export function triedIn(order: PaymentOrder, attempts: PaymentAttempt[], at: Date, words: Words): Tried[] {
  if (order.state !== 'open') return []
  const [last, waits] = [attempts.at(-1), attempts.findLast(({ state }) => state === 'started')]
  const payable = isPayable(order, at)
  const tried: Tried[] = []
  if (last?.endedAt && last.state !== 'paid') {
    const told = words.t(`folder.payment.tried.${last.state}`, { date: words.moment(last.endedAt) })
    tried.push({ text: payable ? `${told} ${words.t('folder.payment.tryAgain')}` : told, check: false })
  }
  if (waits) {
    const params = { date: words.moment(waits.startedAt), until: words.moment(graceEnd(order)) }
    tried.push({ text: words.t(`folder.payment.${payable ? 'waits' : 'grace'}`, params), check: true })
  }
  return tried
}
