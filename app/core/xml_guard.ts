export const MOST_XML_BYTES = 1_000_000

// a document type or an entity can make a small file unfold without end, or read other files
const UNFOLDING = /<!(DOCTYPE|ENTITY)/i

/** Why foreign XML isn't even read, as the code of a diagnostic with its figures; null when it may be. */
export function xmlRefusal(xml: string): { code: string; params: Record<string, string | number> } | null {
  if (new TextEncoder().encode(xml).length > MOST_XML_BYTES)
    return { code: 'XML_TOO_LARGE', params: { most: MOST_XML_BYTES } }
  const [, declaration] = UNFOLDING.exec(xml) ?? []
  if (declaration) return { code: 'XML_UNFOLDING', params: { declaration: declaration.toUpperCase() } }
  return null
}

/** The line of a message of the reader that says something. */
export const readingFault = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').at(-1)?.trim().slice(0, 200) ?? ''
