import { Exception } from '@adonisjs/core/exceptions'
import type { GateIssue } from '#core/http/json_scan'

export interface ProblemDetail {
  pointer: string
  code: string
  params?: Record<string, string | number>
}

/** Where somebody who was refused can go instead. */
export interface Way {
  text: string
  href: string
}

/**
 * An answer that refuses: its code names a text in `core.problems.<code>` (problem and remedy), and
 * each detail points into the body. Pages show it in the reader's language; programs get RFC 9457.
 */
export class ProblemError extends Exception {
  static ofGate = (issue: GateIssue) =>
    new ProblemError(422, 'E_BODY_REFUSED', {}, [
      { pointer: issue.pointer, code: issue.code, params: issue.params },
    ])

  constructor(
    status: number,
    code: string,
    readonly params: Record<string, string | number> = {},
    readonly details: ProblemDetail[] = [],
    readonly ways: Way[] = []
  ) {
    super(code, { status, code })
  }
}

/** A thing that isn't there, or isn't theirs: the two answer alike. */
export const notFound = () => new ProblemError(404, 'E_NOT_FOUND')
