import type { CalledInTurn } from '#cases/queries/called_in_turn'
import type { ModificationAhead } from '#cases/queries/modification'
import { frozenProcedure } from '#catalogue/queries/frozen_procedure'
import type { CompiledProcedure } from '#catalogue/types'
import { elementWords } from '#desk/http/incident_line'
import type { Speech } from '#desk/http/speech'

/** What will happen, a line each. */
export function aheadWords(
  { givenUp, tasks, works, incidents, ends, outcome }: ModificationAhead,
  called: { number: string; procedure: string }[],
  procedure: CompiledProcedure,
  speech: Speech
): string[] {
  const { t } = speech
  const say = (what: string, params: Record<string, string> = {}) =>
    t(`desk.modification.ahead.${what}`, params)
  const name = (element: string) => elementWords(procedure, element, speech)
  return [
    ...givenUp.map((element) => say('givenUp', { name: name(element) })),
    ...called.map((other) => say('endsOther', other)),
    ...tasks.map(({ element, role }) => say('task', { name: name(element), role: t(`cases.roles.${role}`) })),
    ...works.map((element) => say('work', { name: name(element) })),
    ...incidents.map(({ element, code }) =>
      say('incident', { name: name(element), words: t(`cases.incidents.${code}`) })
    ),
    ...(ends
      ? [
          outcome
            ? say('ends', { outcome: speech.of(procedure, `outcomes.${outcome}`) ?? outcome })
            : say('endsPlainly'),
        ]
      : []),
  ]
}

/** The other cases that end with it, each by its number and what it is. */
export const calledWords = (called: CalledInTurn[], speech: Speech) =>
  Promise.all(
    called.map(async ({ number, slug, digest }) => ({
      number,
      procedure: speech.of(await frozenProcedure(digest), 'sheet.title') ?? slug,
    }))
  )
