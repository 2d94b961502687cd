import { uuidv7 } from '#core/ids'

let last = ''

/** How much of an id tells its millisecond, and where its counter stands. */
const MILLISECOND = 13
const COUNTER = [15, 18] as const

/**
 * An id at an instant that sorts after every earlier one of that millisecond in this process, also while a
 * moved clock stands still: the history of a case is read in the order of its ids.
 */
export function risingId(at: Date): string {
  const id = uuidv7(at.getTime())
  const sameMoment = id.slice(0, MILLISECOND) === last.slice(0, MILLISECOND)
  last = sameMoment && id <= last ? after(last, id) : id
  return last
}

function after(before: string, id: string): string {
  const next = (parseInt(before.slice(...COUNTER), 16) + 1) & 0xfff
  return id.slice(0, COUNTER[0]) + next.toString(16).padStart(3, '0') + id.slice(COUNTER[1])
}
