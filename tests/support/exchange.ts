import { uuidv7 } from '#core/ids'
import type { EvidenceAnswer, EvidenceQuery, EvidenceSource } from '#exchange/contract'
import type { Dwelling } from '#exchange/drivers/demo_register'
import { offerSource } from '#exchange/queries/sources'

export const ASKED = new Date('2026-03-02T09:30:00Z')

/** A family of five as a register has it, around whoever asks. */
export const familyOf = (identifier: string, name = 'Vicenta Prova Ferrer'): Dwelling => ({
  address: 'Carrer de la Prova, 12, 2n, 46000 Vila de Prova',
  people: [
    { identifier, name, bornOn: '1975-04-09', registeredOn: '2003-06-11' },
    {
      identifier: '33445566R',
      name: 'Ramon Climent Tormo',
      bornOn: '1970-01-09',
      registeredOn: '2003-06-11',
    },
    { identifier: null, name: 'Biel Climent Prova', bornOn: '2012-04-30', registeredOn: '2012-05-08' },
  ],
})

/** A question, as it leaves the house. */
export const questionAbout = (
  subject: EvidenceQuery['subject'],
  given: Partial<EvidenceQuery> = {}
): EvidenceQuery => ({
  id: uuidv7(),
  service: 'residence',
  subject,
  scope: 'person',
  purpose: 'Volante de empadronamiento',
  authority: { kind: 'law', article: 'Ley 7/1985, art. 16.1' },
  procedure: { slug: 'residence-slip', sia: null },
  caseNumber: '2026-E-RE-000001',
  unit: 'Atención a la ciudadanía',
  askedAt: ASKED,
  ...given,
})

/** Somebody who is asked and answers as a test has it; for its towns alone, and before all others there. */
class ToldSource implements EvidenceSource {
  readonly name = 'told'
  readonly services = ['residence'] as const
  readonly answers = new Map<string, (query: EvidenceQuery) => Promise<EvidenceAnswer>>()

  available = ({ id }: { id: string }) => this.answers.has(id)

  ask = ({ id }: { id: string }, query: EvidenceQuery) => this.answers.get(id)!(query)
}

const told = new ToldSource()

/** Lets a town ask, and says what it will hear. */
export function hears(townId: string, answer: (query: EvidenceQuery) => Promise<EvidenceAnswer>): void {
  offerSource(told)
  told.answers.set(townId, answer)
}

/** What a register answers that has found somebody. */
export const foundIn = ({ address, people: [person, ...members] }: Dwelling): EvidenceAnswer => ({
  outcome: 'found',
  reference: 'PMH-1',
  data: JSON.parse(JSON.stringify({ person, address, members })),
})
