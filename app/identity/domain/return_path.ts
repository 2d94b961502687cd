/** The page of this same office that a request came from, as browsers tell it; else what is given instead. */
export function pageBefore(referrer: string | undefined, host: string, fallback: string): string {
  const from = referrer && URL.canParse(referrer) ? new URL(referrer) : null
  return from?.host === host ? returnPath(`${from.pathname}${from.search}`, fallback) : fallback
}

/** Where to go after signing in: a path of this same office, or its folder. Never another site. */
export function returnPath(asked: unknown, fallback = '/folder'): string {
  if (typeof asked !== 'string' || asked.length > 500) return fallback
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : fallback
}
