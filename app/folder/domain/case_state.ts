import { ownText } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'

interface CaseFacts {
  state: 'open' | 'closed'
  phase: string | null
  outcome: string | null
  hasIncident: boolean
  /** Something of it waits to be opened: what was decided is told by that, not beside it. */
  toNotify: boolean
}

/**
 * A case's state as its citizen reads it. What failed inside is ours to mend: they read "being processed".
 * How it ended they learn by the notification (Law 39/2015, art. 43.2).
 */
export function caseState(
  { texts }: CompiledProcedure,
  facts: CaseFacts,
  lang: string,
  t: (key: string) => string
): { text: string; tone: string } {
  if (facts.state === 'closed' && facts.toNotify) return { text: t('folder.case.toNotify'), tone: 'caution' }
  if (facts.state === 'closed')
    return {
      text: (facts.outcome && ownText(texts, lang, `outcomes.${facts.outcome}`)) ?? t('cases.states.closed'),
      tone: 'quiet',
    }
  if (facts.hasIncident) return { text: t('cases.beingProcessed'), tone: 'info' }
  return {
    text: (facts.phase && ownText(texts, lang, `phases.${facts.phase}`)) ?? t('cases.states.open'),
    tone: 'info',
  }
}
