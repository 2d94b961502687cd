import type { AnswerForm, SignInState } from '#identity/contract'

/** How long somebody may be away at a provider. */
const LONGEST_MS = 30 * 60_000

/** The fields of an answer that its driver reads, as text; null where one is no text or too long. */
export function fieldsOf({ fields }: AnswerForm, given: object): Record<string, string> | null {
  const read: Record<string, string> = {}
  for (const [name, longest] of Object.entries(fields)) {
    const value: unknown = Object.hasOwn(given, name) ? given[name as keyof typeof given] : undefined
    if (value === undefined) continue
    if (typeof value !== 'string' || value.length > longest) return null
    read[name] = value
  }
  return read
}

/** Whether an answer is to this sign-in: it is by its driver, in time, and has brought the nonce back. */
export const answers = (
  state: SignInState,
  {
    driver,
    answer,
    at,
  }: { driver: { name: string; answer: AnswerForm }; answer: Record<string, string>; at: Date }
): boolean =>
  state.driver === driver.name &&
  at.getTime() - state.begun < LONGEST_MS &&
  answer[driver.answer.nonce] === state.nonce
