import { ProblemError } from '#core/http/problem'

/** The version of the draft that somebody saw when they pressed the button. A form without one is none of ours. */
export function postedVersion(body: Record<string, unknown>): number {
  const given = body['_version']
  const text = typeof given === 'string' || typeof given === 'number' ? String(given) : ''
  if (/^\d{1,9}$/.test(text)) return Number(text)
  throw new ProblemError(422, 'E_VALIDATION', {}, [{ pointer: '/_version', code: 'E_VERSION_SEEN' }])
}
