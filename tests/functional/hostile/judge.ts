import { wordsIn } from '#tests/support/page_forms'
import type { Answer } from '#tests/support/visitor'

/** Nothing that is sent may hold a process for longer. */
export const SLOW_MS = 1000

/** What is wrong with an answer to something hostile; null where it is as it should be. */
export function faultOf(answer: Answer): string | null {
  const { status } = answer
  if (status >= 500) return `${status} ${wordsIn(answer.body).slice(0, 200)}`
  if (status < 400) return null
  return String(answer.headers['content-type']).includes('json') ? problemFault(answer) : pageFault(answer)
}

/** A program reads what, where and how to mend it (RFC 9457). */
function problemFault({ status, headers, body }: Answer): string | null {
  if (!headers['content-type']?.startsWith('application/problem+json')) return 'JSON that is no problem+json'
  const problem = JSON.parse(body)
  if (problem.status !== status) return `says ${problem.status} with ${status}`
  for (const part of ['title', 'detail'] as const)
    if (!problem[part] || /^E_|translation missing/.test(problem[part])) return `no ${part}: ${problem[part]}`
  for (const { detail } of problem.errors)
    if (!detail || /^E_|translation missing/.test(detail)) return `no text for an error: ${detail}`
  return null
}

/** A person reads a page in a language, with something to do next. */
function pageFault({ status, headers, body }: Answer): string | null {
  if (!headers['content-type']?.startsWith('text/html'))
    return `${status} ${headers['content-type']}: ${body.slice(0, 80)}`
  const shown = wordsIn(body)
  if (/translation missing|\bE_[A-Z_]+\b/.test(shown))
    return `shows a code: ${/\S*(missing|E_)\S*/.exec(shown)}`
  const mends = /<h1|data-page="app"/.test(body)
  return mends ? null : `a page without a heading: ${shown.slice(0, 80)}`
}
