import type { Json } from '#core/json'
import type { World } from '#catalogue/domain/simulate/world'

/** A message that a case has sent, kept while nobody waits for it. */
export interface SentMessage {
  name: string
  correlation?: string
  payload: Record<string, Json>
}

/** The first message sent that the case itself waits for by now, taken from those that are kept. */
export function takeAwaited({ state, sent }: World): SentMessage | null {
  const waiting = Object.values(state?.tokens ?? {}).filter(({ waits }) => waits === 'message')
  const at = sent.findIndex(({ name, correlation }) =>
    waiting.some(
      (token) =>
        token.message === name && (token.correlation === undefined || token.correlation === correlation)
    )
  )
  return at < 0 ? null : (sent.splice(at, 1)[0] ?? null)
}

/** What came of a called case, for the one that called it: how it ended, and what its process knew at the end. */
export const resultOf = (outcome: string | null, variables: Record<string, Json>): Record<string, Json> => ({
  ...variables,
  outcome,
})

/** An outcome that an error event on the border of the call names by its code is an error for it. */
export function catchesOutcome({ procedure: { graph } }: World, element: string, outcome: string): boolean {
  return (graph.nodes[element]?.boundaries ?? []).some((id) => {
    const { kind, data } = graph.nodes[id] ?? { kind: '', data: null }
    return kind === 'error_boundary' && (data as { code: string | null }).code === outcome
  })
}
