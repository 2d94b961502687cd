const PERSONAL: [RegExp, string][] = [
  [/[\p{L}\d._%+-]+@[\p{L}\d.-]+/gu, '<e-mail>'],
  // NIF, NIE and the numbers of legal persons.
  [/\b(?:(?:\d{8}|[XYZKLM]\d{7})[A-Z]|[A-HJNP-SUVW]\d{7}[A-J\d])\b/gi, '<tax number>'],
  [/(?:\+34[ -]?)?\b[6-9]\d{2}[ -]?\d{3}[ -]?\d{3}\b/g, '<telephone>'],
]

/** What PostgreSQL and parsers quote back is what somebody wrote. */
const QUOTED = /(?<=: |, )(?:\.{3})?"[\s\S]*"(?:\.{3})?/g

/** A text for the log, without what tells who somebody is or what they wrote. */
export const logText = (text: string): string =>
  PERSONAL.reduce((safe, [pattern, word]) => safe.replace(pattern, word), text.replace(QUOTED, '<value>'))

/**
 * What the log keeps of an error: what happened and where in the house, with the names of the
 * database's own things. Its other properties (`detail`, `where`, answers of other systems) carry data.
 */
export function logError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { message: logText(String(error)) }
  const { code, table, column, constraint } = error as Error & Record<string, unknown>
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line))
  return {
    type: error.name,
    message: logText(error.message),
    ...{ code, table, column, constraint },
    stack: frames.join('\n'),
    ...(error.cause ? { cause: logError(error.cause) } : {}),
  }
}
