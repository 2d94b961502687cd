import { addMonths } from '#deadlines/counts/months'
import { type Day, dayOf } from '#deadlines/day'

/** Months completed between two ISO dates, signed: 10 February to 25 August makes six. */
export function completeMonths(from: string, to: string): number {
  const [start, end] = [dayOf(from), dayOf(to)]
  return end < start ? -completed(end, start) : completed(start, end)
}

function completed(start: Day, end: Day): number {
  let months = Math.floor((end - start) / 31)
  while (addMonths(start, months + 1) <= end) months++
  return months
}
