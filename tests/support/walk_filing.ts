import type { CitizenVisitor } from '#tests/support/citizen_visitor'
import { formIn } from '#tests/support/citizen_visitor'

type Answered = Record<string, unknown>

/** What somebody types, as a page posts it: `answers[address][street]`. */
export function asTyped(name: string, value: unknown): [string, string][] {
  if (value === true) return [[name, 'yes']]
  if (Array.isArray(value)) return value.map((item) => [`${name}[]`, String(item)])
  if (value !== null && typeof value === 'object')
    return Object.entries(value).flatMap(([key, item]) => asTyped(`${name}[${key}]`, item))
  return [[name, String(value)]]
}

export const typed = (answers: Answered): Record<string, string> =>
  Object.fromEntries(Object.entries(answers).flatMap(([name, value]) => asTyped(`answers[${name}]`, value)))

/** Goes through the pages of a filing with these answers, as far as the page where they are checked. */
export async function walkToCheck(
  visitor: CitizenVisitor,
  slug: string,
  answers: Answered,
  as: 'filings' | 'anonymous-filings' = 'filings'
): Promise<string> {
  const filled = typed(answers)
  let path = await visitor.begin(slug, as)
  for (let pages = 0; pages < 30 && !path.endsWith('/check'); pages++) {
    const page = await visitor.get(path)
    const form = formIn(page, path.split('?')[0]!)
    const here = Object.entries(filled).filter(([name]) => page.body.includes(`name="${name}"`))
    const done = await visitor.send(form, { _step: 'next', ...Object.fromEntries(here) })
    if (done.status !== 303) throw new Error(`${path} was refused: ${done.status}`)
    path = done.headers.location!
  }
  return path
}

/** Files a procedure from its sheet to its receipt; answers the address of the receipt. */
export async function walkToReceipt(
  visitor: CitizenVisitor,
  slug: string,
  answers: Answered,
  as: 'filings' | 'anonymous-filings' = 'filings'
): Promise<string> {
  const check = await walkToCheck(visitor, slug, answers, as)
  const done = await visitor.send(await visitor.formAt(check, check.replace(/check$/, 'submission')))
  if (!done.headers.location?.endsWith('/receipt')) throw new Error(`it was not filed: ${done.status}`)
  return done.headers.location
}
