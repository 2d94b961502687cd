import router from '@adonisjs/core/services/router'
import type { HttpContext } from '@adonisjs/core/http'
import { ProblemError, type ProblemDetail, type Way } from '#core/http/problem'
import { statusOfDatabaseError } from '#core/http/database_status'

/** What is answered instead of what was asked for. */
export interface Refusal {
  status: number
  code: string
  params: Record<string, string | number>
  details: ProblemDetail[]
  ways: Way[]
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE']

const refusal = (status: number, code: string, params: Refusal['params'] = {}): Refusal => ({
  status,
  code,
  params,
  details: [],
  ways: [],
})

/** Reads an error as a refusal. What nobody foresaw is our fault, and says no more. */
export function refusalOf(error: any): Refusal {
  if (error instanceof ProblemError) {
    const { status, params, details, ways } = error
    return { status, code: error.code as string, params, details, ways }
  }
  if (error?.code === 'ENOSPC' || error?.code === 'EDQUOT') return refusal(507, 'E_OUR_FAULT')
  // Something encoded that can't be decoded: a token, a name.
  if (error instanceof URIError) return refusal(400, 'E_REFUSED')
  switch (error?.code) {
    case 'E_ROUTE_NOT_FOUND':
    case 'E_UNKNOWN_HOST':
      return refusal(404, error.code)
    case 'E_BAD_CSRF_TOKEN':
      return refusal(419, 'E_FORM_EXPIRED')
    // It kept turning while everything was planned again: whoever sends the same later finds it settled.
    case 'E_DAY_TURNED':
      return refusal(503, 'E_OUR_FAULT')
    case 'E_VALIDATION_ERROR':
      return { ...refusal(422, 'E_VALIDATION'), details: error.messages.map(detailOf) }
  }
  const told = error?.status >= 400 && error?.status < 600 ? error.status : 500
  const status = statusOfDatabaseError(error) ?? told
  return refusal(status, status >= 500 ? 'E_OUR_FAULT' : 'E_REFUSED')
}

const detailOf = ({ field, rule }: { field: string; rule: string }): ProblemDetail => ({
  pointer: `/${String(field).replaceAll('.', '/')}`,
  code: rule,
})

/** An address that is there, asked in another way than it answers, says which ways those are. */
export function methodRefusal({ request, response }: HttpContext): Refusal | null {
  const known = METHODS.filter((method) => router.match(request.url(), method, true, null))
  if (known.length === 0) return null
  const allowed = known.join(', ')
  response.header('allow', allowed)
  return refusal(405, 'E_METHOD', { method: request.method(), allowed })
}
