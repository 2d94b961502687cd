import type { Pause, Term } from '#deadlines/index'

/** A timer that runs, with what is needed to count it again after a suspension. */
export interface OpenTimer {
  key: string
  suspends: boolean
  from: string
  due: { term: Term } | { date: string; through?: true }
  /** The pauses of its own time; the last one is open while the term of the case stands still. */
  pauses: Pause[]
  /** Its term is halved. */
  urgent?: boolean
  /** What was granted on top of its term. */
  extension?: Term
}
