import type { Term } from '#deadlines/types'

const DURATION =
  /^P(?=.)(?:(\d{1,4})Y)?(?:(\d{1,4})M)?(?:(\d{1,4})W)?(?:(\d{1,4})D)?(?:T(?=.)(?:(\d{1,4})H)?)?$/i

/**
 * A duration of ISO 8601 as a term: `P10D` is ten natural days, for ISO knows no other; `P1Y6M` eighteen months. Null
 * where it has units that no law counts together (`P1M10D`), or none.
 */
export function termOfDuration(text: string): Term | null {
  const [years, months, weeks, days, hours] = (DURATION.exec(text) ?? []).slice(1).map((one) => Number(one ?? 0)) // prettier-ignore
  const terms: Term[] = [
    months ? { amount: (years ?? 0) * 12 + months, unit: 'months' } : { amount: years ?? 0, unit: 'years' },
    { amount: (weeks ?? 0) * 7 + (days ?? 0), unit: 'natural_days' },
    { amount: hours ?? 0, unit: 'hours' },
  ]
  const [term, ...more] = terms.filter(({ amount }) => amount > 0)
  return term && more.length === 0 ? term : null
}
