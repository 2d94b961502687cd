import type { Json } from '#core/json'

/** A row of the outbox: work that follows a commit, or a timer, which is work with a later date. */
export interface JobRow {
  id: string
  kind: string
  /** What of its kind: an activity's name, the template of a notice. */
  name: string
  case_id: string | null
  /** The idempotency key of whatever the work causes. */
  key: string
  input: Record<string, Json>
  /** ISO instant before which nobody takes it up; for a timer the instant of its event, which trying again leaves alone. */
  run_at: string
  max_attempts: number
  state: 'ready' | 'paused'
  created_at: string
}

/** A job in the hands of a worker. `attempt` counts from 1 and is the fence against a second holder. */
export interface HeldJob {
  municipalityId: string
  id: string
  kind: string
  name: string
  caseId: string | null
  key: string
  input: Record<string, Json>
  attempt: number
  maxAttempts: number
  /** When it was asked for, and when it fell due: a worker may come later than either. */
  createdAt: Date
  runAt: Date
}

/** When work happens. `moved`: by a clock of a test or a simulation, which the books shall show, too. */
export interface Moment {
  at: Date
  moved?: boolean
}

export interface JobHandler {
  /** Does the work, and ends it with `finishJob` in the transaction that holds its effects. */
  run(job: HeldJob, moment: Moment): Promise<void>
  /** After the last attempt failed. Without it the job is kept as failed, with an incident. */
  giveUp?(job: HeldJob, reason: string, moment: Moment): Promise<void>
}

/** What the outbox needs of a transaction of one town. */
export interface Statements {
  municipalityId: string
  rows(sql: string, values?: unknown[], name?: string): Promise<unknown[]>
  afterCommit(work: () => void): void
}
