import type { DryBack, DryRun } from '#cases/queries/dry_run'
import { drawnText, type TermChange } from '#catalogue/index'

type Say = (id: string, params?: Record<string, string | number>) => string

const tell = (say: Say, id: string, params: Record<string, string | number>) =>
  say(`cases.commands.migrate.${id}`, params)

const numbers = (samples: { number: string }[]) => samples.map(({ number }) => number).join(', ')

/** What a trial of a plan has come to, line by line. */
export const trialLines = (
  { cases, moves, days, elements, stays }: DryRun,
  terms: TermChange[],
  say: Say
): string[] => [
  tell(say, 'tried', { cases }),
  ...moves.map((one) =>
    tell(say, 'moves', { how: one.class, cases: one.cases, samples: numbers(one.samples) })
  ),
  ...days.map(({ element, cases: count, samples }) =>
    tell(say, 'days', {
      ...{ cases: count, element: element ?? '-' },
      samples: samples.map(({ number, lastDay, before }) => `${number} ${lastDay} (${before})`).join(', '),
    })
  ),
  ...terms.flatMap(({ from, before, now, count }) => {
    const runs = elements.find(({ element }) => element === from)
    if (!runs) return []
    const lengths = { before: drawnText(before), now: drawnText(now) }
    return [tell(say, 'term', { cases: runs.cases, element: from, count, ...lengths })]
  }),
  ...elements.map((one) => tell(say, 'element', { ...one })),
  ...stayLines(stays, say),
]

/** The same of going back. */
export const backLines = ({ cases, back, stays }: DryBack, say: Say): string[] => [
  tell(say, 'tried', { cases }),
  ...back.map((one) => tell(say, 'back', { cases: one.cases, samples: numbers(one.samples) })),
  ...stayLines(stays, say),
]

const stayLines = (stays: DryRun['stays'], say: Say): string[] =>
  stays.map(({ code, element, detail, ...one }) =>
    tell(say, 'stays', {
      cases: one.cases,
      why: say(`cases.migration.faults.${code}`),
      at: [element, detail].filter(Boolean).join(' ') || '-',
      samples: numbers(one.samples),
    })
  )
