import type { TownTransaction } from '#tenancy/town_transaction'

type Listener<Event, Answer> = (trx: TownTransaction, event: Event) => Promise<Answer>

/**
 * Whoever must know of an event hears of it inside its transaction: all of it is committed, or none. Announcing it answers
 * what each of them says to it.
 */
export function ears<Event, Answer = void>() {
  const listeners: Listener<Event, Answer>[] = []
  return {
    on: (listener: Listener<Event, Answer>) => void listeners.push(listener),
    async announce(trx: TownTransaction, event: Event): Promise<Answer[]> {
      const answers: Answer[] = []
      for (const listener of listeners) answers.push(await listener(trx, event))
      return answers
    },
  }
}
