import { xmlPieces } from '#core/xml_pieces'

export const MOST_XML_BYTES = 1_000_000

/** Why foreign XML isn't even read: the code of a diagnostic with its figures, and the offset of what is meant. */
export interface XmlRefusal {
  code: 'XML_TOO_LARGE' | 'XML_TOO_MANY_TAGS' | 'XML_TOO_DEEP' | 'XML_UNFOLDING' | 'XML_ENTITY'
  params: Record<string, string | number>
  at: number
}

/**
 * Null when it may be read. What stands in a comment or in CDATA declares nothing. `tags`: how many it may have, `levels`: how
 * many may stand within one another.
 */
export function xmlRefusal(xml: string, most = { tags: Infinity, levels: Infinity }): XmlRefusal | null {
  if (new TextEncoder().encode(xml).length > MOST_XML_BYTES)
    return { code: 'XML_TOO_LARGE', params: { most: MOST_XML_BYTES }, at: 0 }
  let tags = 0
  let level = 0
  for (const piece of xmlPieces(xml)) {
    const { kind, at, end } = piece
    if (kind === 'tag' && piece.opens) tags += 1
    if (tags > most.tags) return { code: 'XML_TOO_MANY_TAGS', params: { most: most.tags }, at }
    if (kind === 'tag') level += Number(piece.opens) - Number(piece.closes)
    if (level > most.levels) return { code: 'XML_TOO_DEEP', params: { most: most.levels }, at }
    // a document type or an entity can make a small file unfold without end, or read other files
    if (kind === 'declaration')
      return { code: 'XML_UNFOLDING', params: { declaration: piece.name.toUpperCase() }, at }
    const entity = unknownEntity(xml.slice(at, end))
    if (entity) return { code: 'XML_ENTITY', params: { detail: entity.text }, at: at + entity.at }
  }
  return null
}

// those that XML has without a declaration; of any other, and of a bare &, nobody says what it stands for
const KNOWN = /^&(?:(?:amp|lt|gt|quot|apos)|#(\d{1,7})|#x([\da-f]{1,6}));/i

function unknownEntity(text: string): { text: string; at: number } | null {
  for (let at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
    const [known, decimal, hex] = KNOWN.exec(text.slice(at, at + 12)) ?? []
    const point = decimal ? Number(decimal) : hex ? Number.parseInt(hex, 16) : 0x20
    if (known === undefined || !isCharacter(point))
      return { text: /^&[^\s;<&"']{0,30};?/.exec(text.slice(at, at + 40))?.[0] ?? '&', at }
  }
  return null
}

/** What XML 1.0 lets stand in a document. */
const isCharacter = (point: number): boolean =>
  [0x9, 0xa, 0xd].includes(point) ||
  (point >= 0x20 && point <= 0xd7ff) ||
  (point >= 0xe000 && point <= 0xfffd) ||
  (point >= 0x10000 && point <= 0x10ffff)

/** The line of a message of the reader that says something. */
export const readingFault = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n').at(-1)?.trim().slice(0, 200) ?? ''
