import type { State, Token } from '#engine/index'
import { plainValue } from '#catalogue/domain/words/subject'
import type { Tale } from '#catalogue/domain/words/tale'

/** Which of the repetitions around it a token belongs to, outermost first. */
function turnsAround({ tokens }: State, key: string): { body: Token; turn: number }[] {
  const token = tokens[key]
  const body = tokens[token?.scope ?? '']
  if (!token?.scope || !body) return []
  const outer = turnsAround({ tokens } as State, token.scope)
  if (!body.loop || body.element !== token.element) return outer
  return [...outer, { body, turn: Number(token.locals?.['loopCounter'] ?? body.loop.begun) }]
}

/** `[2 of 3: Anna]`, for one of several repetitions; nothing for what is done once. */
export function turnWords(tale: Tale, state: State | null | undefined, key: string): string {
  const told = (state ? turnsAround(state, key) : []).map(({ body, turn }) => {
    const items = body.loop?.items
    if (!items) return tale.t('catalogue.report.trace.turn', { turn })
    const item = items[turn - 1] ?? null
    const params = { turn, all: items.length }
    if (item === turn || typeof item === 'object') return tale.t('catalogue.report.trace.turnOf', params)
    return tale.t('catalogue.report.trace.turnFor', { ...params, item: plainValue(tale, item) })
  })
  return told.length > 0 ? ` [${told.join(', ')}]` : ''
}
