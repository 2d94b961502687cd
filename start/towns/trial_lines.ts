import type { DryRun } from '#cases/queries/dry_run'

type Say = (id: string, params?: Record<string, string | number>) => string

/** What a trial of a plan has come to, line by line. */
export function trialLines({ cases, moves, elements, stays }: DryRun, say: Say): string[] {
  const tell = (id: string, params: Record<string, string | number>) =>
    say(`cases.commands.migrate.${id}`, params)
  const numbers = (samples: { number: string }[]) => samples.map(({ number }) => number).join(', ')
  return [
    tell('tried', { cases }),
    ...moves.map((one) => tell('moves', { how: one.class, cases: one.cases, samples: numbers(one.samples) })),
    ...elements.map((one) => tell('element', { ...one })),
    ...stays.map(({ code, element, detail, ...one }) =>
      tell('stays', {
        cases: one.cases,
        why: say(`cases.migration.faults.${code}`),
        at: [element, detail].filter(Boolean).join(' ') || '-',
        samples: numbers(one.samples),
      })
    ),
  ]
}
