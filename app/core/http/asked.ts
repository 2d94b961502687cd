import type { HttpContext } from '@adonisjs/core/http'
import { isUuid } from '#core/ids'
import { faultOfText } from '#core/http/json_scan'
import { ProblemError } from '#core/http/problem'

type Asked = Pick<HttpContext, 'request' | 'i18n'>

/** A word of the query, trimmed; empty where it is missing. What is no text that anyone types is refused. */
export function word(asked: Asked, name: string, longest = 200): string {
  const value: unknown = asked.request.qs()[name] ?? ''
  if (typeof value !== 'string') throw refused(asked, name, 'E_NOT_ONE_VALUE')
  const text = value.normalize('NFC').trim()
  const fault = faultOfText(text)
  if (fault) throw refused(asked, name, fault)
  if (text.length > longest) throw refused(asked, name, 'E_TOO_LONG', { limit: longest })
  return text
}

/** A word of the query as what it stands for; null where it is missing, refused by this code where it is none. */
export function wordAs<T>(
  asked: Asked,
  name: string,
  code: string,
  read: (text: string) => T | null | undefined
): T | null {
  const text = word(asked, name)
  if (!text) return null
  const found = read(text)
  if (found === null || found === undefined) throw refused(asked, name, code)
  return found
}

/** One of these, by the query; null where it is missing. */
export const choiceIn = <T extends string>(asked: Asked, name: string, choices: readonly T[]): T | null =>
  wordAs(asked, name, 'E_NO_CHOICE', (text) => choices.find((one) => one === text))

/** Where a list goes on: after the one with this id, which was the last to be seen. */
export const seenUntil = (asked: Asked): string | null =>
  wordAs(asked, 'before', 'E_NO_PLACE', (text) => (isUuid(text) ? text : null))

/** Says what in the address can't be answered, and leads to the same page without it. */
function refused({ request, i18n }: Asked, name: string, code: string, params = {}): ProblemError {
  const others = Object.entries(request.qs()).filter(
    (pair): pair is [string, string] => pair[0] !== name && typeof pair[1] === 'string'
  )
  const href = others.length > 0 ? `${request.url()}?${new URLSearchParams(others)}` : request.url()
  const way = { text: i18n.t('core.asked.without', { name }), href }
  return new ProblemError(422, 'E_ASKED', {}, [{ pointer: `?${name}`, code, params }], [way])
}
