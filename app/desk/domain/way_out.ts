/** What helps where a case stopped: `cases.remedies.<way>` says it. */
export type WayOut = 'activity_failed' | 'call_failed' | 'job_failed' | 'mend' | 'filed' | 'drawing'

/** What is done for a case may go well another time. */
const BY_OTHERS = ['activity_failed', 'call_failed', 'job_failed'] as const

/** Nothing that a case knows changes what these come to. */
const OF_THE_DRAWING = ['error_uncaught', 'join_incomplete']

/**
 * A case is pinned to its version: to try again gives the same unless something that was asked for is another. `asked` are
 * the variables in question, `mendable` those that can be mended here.
 */
export function wayOut(code: string, asked: string[], mendable: string[]): WayOut {
  const others = BY_OTHERS.find((one) => one === code)
  if (others) return others
  if (OF_THE_DRAWING.includes(code) || mendable.length === 0) return asked.length > 0 ? 'filed' : 'drawing'
  if (asked.length > 0 && !asked.some((name) => mendable.includes(name))) return 'filed'
  return 'mend'
}

/** Whether it may go otherwise from here, with what can be done on the page of the incident alone. */
export const helpsToTryAgain = (way: WayOut): boolean => way !== 'filed' && way !== 'drawing'
