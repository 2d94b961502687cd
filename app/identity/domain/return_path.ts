/** Where to go after signing in: a path of this same office, or its folder. Never another site. */
export function returnPath(asked: unknown, fallback = '/folder'): string {
  if (typeof asked !== 'string' || asked.length > 500) return fallback
  return /^\/(?![/\\])[\x21-\x7e]*$/.test(asked) && !asked.includes('\\') ? asked : fallback
}
