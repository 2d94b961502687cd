import type { OrderWords } from '#payments/domain/proof'
import type { PaymentOrder } from '#payments/types'

type Teller = (municipalityId: string, order: PaymentOrder, language: string) => Promise<OrderWords>

const PLAIN: OrderWords = { label: (id) => id, caseNumber: null }

let teller: Teller = async () => PLAIN

/** Whoever asks for money knows what its lines are called; this office keeps their ids. */
export const offerOrderWords = (given: Teller) => void (teller = given)

export const orderWords: Teller = (...asked) => teller(...asked)
