/**
 * When a job's turn is, in SQL: its legal instant, or for one that waits on purpose (`heldUntil` of its input) the end of
 * that wait. What else there is to do need not wait with it.
 */
export const turnSql = (job: string): string =>
  `coalesce((${job}.input ->> 'heldUntil')::timestamptz, ${job}.run_at)`
