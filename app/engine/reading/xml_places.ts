import { xmlAttributes, xmlPieces } from '#core/xml_pieces'

export interface Place {
  line: number
  column: number
}

interface Tag {
  local: string
  id: string | null
  /** The id of the nearest element around it that has one. */
  around: string | null
  at: number
  end: number
}

/** Where each element of a file stands. The reader of BPMN doesn't say. */
export class XmlPlaces {
  readonly #tags: Tag[] = []
  readonly #byId = new Map<string, Tag>()
  readonly #lines: number[] = [0]

  constructor(xml: string) {
    for (let at = xml.indexOf('\n'); at >= 0; at = xml.indexOf('\n', at + 1)) this.#lines.push(at + 1)
    const ids: (string | null)[] = [null]
    const open: Tag[] = []
    for (const piece of xmlPieces(xml)) {
      if (piece.kind !== 'tag') continue
      if (piece.opens) {
        const id = xmlAttributes(piece.attributes).get('id') ?? null
        const around = ids.at(-1) ?? null
        const local = piece.name.slice(piece.name.indexOf(':') + 1)
        const tag = { local, id, around, at: piece.at, end: piece.end }
        this.#tags.push(tag)
        if (id && !this.#byId.has(id)) this.#byId.set(id, tag)
        if (!piece.closes) {
          ids.push(id ?? around)
          open.push(tag)
        }
      } else {
        ids.pop()
        const closed = open.pop()
        if (closed) closed.end = piece.end
      }
    }
  }

  /** From 1, as editors count. */
  placeOf(at: number): Place {
    let [low, high] = [0, this.#lines.length - 1]
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if ((this.#lines[middle] as number) <= at) low = middle
      else high = middle - 1
    }
    return { line: low + 1, column: at - (this.#lines[low] as number) + 1 }
  }

  /** Of a line and column from 0, as the reader says them. */
  offsetOf(line: number, column: number): number {
    return (this.#lines[line] ?? 0) + column
  }

  ofId(id: string): number | undefined {
    return this.#byId.get(id)?.at
  }

  /** The first element without an id that has one of these tags, in the one with the id `around`. */
  within(around: string | null, locals: readonly string[]): number | undefined {
    return this.#tags.find((tag) => !tag.id && tag.around === around && locals.includes(tag.local))?.at
  }

  /** The id of the element that stands at an offset, or of the nearest around it. */
  idAt(at: number): string | undefined {
    const inner = this.#tags.findLast((tag) => tag.at <= at && at < tag.end)
    return inner?.id ?? inner?.around ?? undefined
  }
}
