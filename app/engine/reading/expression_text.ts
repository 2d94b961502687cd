/** The FEEL of an attribute: `='a text'` is that text; otherwise a leading `=` only says "an expression". */
export function expressionText(source: string): string {
  const [, literal] = /^='([^']*)'$/.exec(source.trim()) ?? []
  return literal === undefined
    ? source
        .trim()
        .replace(/^=(?!=)/, '')
        .trim()
    : JSON.stringify(literal)
}

/** The text that an attribute always gives, when it is a plain string; null when it has to be worked out. */
export function literalOf(source: string): string | null {
  return /^"([^"\\]*)"$/.exec(expressionText(source))?.[1] ?? null
}
