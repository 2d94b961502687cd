import { RecordValues, type ValuesInput } from '#catalogue/actions/record_values'
import type { TownValues } from '#catalogue/index'

export const GAIN = 'capital-gain-self-assessment'

/** A rate of the capital gain from a day on, as a town writes it. */
export const gainRate = (value: string, from = '2030-01-01'): TownValues => ({
  tables: { rate: [{ from, article: 'Ordinance 5, art. 8', rows: [{ when: [null], value }] }] },
})

/** A town fills in what a procedure leaves open to it. */
export const fillIn = (municipalityId: string, given: Partial<ValuesInput> = {}) =>
  new RecordValues().execute({
    municipalityId,
    slug: GAIN,
    values: gainRate('25'),
    reason: 'A correction of a test',
    at: new Date(),
    ...given,
  })
