/** What XML is made of, but for comments, CDATA and instructions, which say nothing; `at` and `end` are offsets. */
export type XmlPiece =
  | {
      kind: 'tag'
      name: string
      attributes: string
      opens: boolean
      closes: boolean
      at: number
      end: number
    }
  | { kind: 'declaration'; name: string; at: number; end: number }
  | { kind: 'text'; at: number; end: number }

const SILENT = [
  ['<!--', '-->'],
  ['<![CDATA[', ']]>'],
  ['<?', '?>'],
] as const
const DECLARATION = /<!([a-z]*)/iy
const TAG = /<(\/?)([^\s/>"'<]+)/y

/** The pieces up to the end, or up to what no parser could read; in a time that grows with the length alone. */
export function* xmlPieces(xml: string): Generator<XmlPiece> {
  for (let at = 0; at < xml.length;) {
    const next = xml.indexOf('<', at)
    const end = next < 0 ? xml.length : next
    if (end > at) yield { kind: 'text', at, end }
    if (next < 0) return
    const silent = SILENT.find(([opening]) => xml.startsWith(opening, next))
    const piece = silent ? null : (declarationAt(xml, next) ?? tagAt(xml, next))
    if (piece) yield piece
    const over = silent ? endOf(xml, silent[1], next + silent[0].length) : piece?.end
    if (over === undefined) return
    at = over
  }
}

function endOf(xml: string, closing: string, from: number): number | undefined {
  const at = xml.indexOf(closing, from)
  return at < 0 ? undefined : at + closing.length
}

function declarationAt(xml: string, at: number): XmlPiece | null {
  DECLARATION.lastIndex = at
  const name = DECLARATION.exec(xml)?.[1]
  return name === undefined ? null : { kind: 'declaration', name, at, end: DECLARATION.lastIndex }
}

function tagAt(xml: string, at: number): XmlPiece | null {
  TAG.lastIndex = at
  const [head, slash, name] = TAG.exec(xml) ?? []
  const end = head === undefined ? undefined : tagEnd(xml, at + head.length)
  if (head === undefined || name === undefined || end === undefined) return null
  const attributes = xml.slice(at + head.length, end - 1)
  const closes = slash === '/' || attributes.endsWith('/')
  return { kind: 'tag', name, attributes, opens: slash !== '/', closes, at, end }
}

/** After the `>` that stands in no quotes. */
function tagEnd(xml: string, from: number): number | undefined {
  const sign = /["'>]/g
  sign.lastIndex = from
  for (let found = sign.exec(xml); found; found = sign.exec(xml)) {
    if (found[0] === '>') return sign.lastIndex
    const closed = endOf(xml, found[0], sign.lastIndex)
    if (closed === undefined) return undefined
    sign.lastIndex = closed
  }
  return undefined
}

/** The attributes of a tag, as they are written. */
export const xmlAttributes = (attributes: string): Map<string, string> =>
  new Map(
    [...attributes.matchAll(/([^\s="'/]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)].map(
      ([, name = '', double, single]) => [name, double ?? single ?? '']
    )
  )
