interface Term {
  state: 'open' | 'closed'
  dueOn: string | null
  suspendedOn: string | null
}

interface Words {
  t(key: string, params?: Record<string, string>): string
  date(day: string): string
  until(lastDay: string): string
}

/** The last day to decide, or since when its term stands still, and what silence means (Law 39/2015, art. 21.4). */
export function dueWords({ state, dueOn, suspendedOn }: Term, effect: string, { t, date, until }: Words) {
  if (state === 'closed' || !dueOn) return { dueOn: null, dueNote: null }
  return {
    dueOn: suspendedOn ? t('cases.suspendedSince', { date: date(suspendedOn) }) : until(dueOn),
    dueNote: t('filings.receipt.next.silence', { effect }) || null,
  }
}
