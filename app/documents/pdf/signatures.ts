import type { Block } from '#documents/domain/sheet'
import type { Content } from '#documents/pdf/pdfmake_types'
import { rowLines, textNode } from '#documents/pdf/text_node'
import { CONTENT_WIDTH, MARGIN, PAGE, QUIET, SIZE } from '#documents/pdf/theme'

/** Room for what a signature says of itself, beside what it is for. */
const ROW_HEIGHT = 52
const OFFICE_WIDTH = CONTENT_WIDTH * 0.4

const PLACE = /^signature-(\d+)$/

/** Who has to sign and why, each with room for their signature to the right. */
export const signaturesNode = (
  { title, rows }: Extract<Block, { kind: 'signatures' }>,
  colour: string
): Content => ({
  unbreakable: true,
  stack: [
    textNode(title, { fontSize: SIZE.heading, bold: true, color: colour, margin: [0, 12, 0, 4] }),
    {
      table: {
        widths: [OFFICE_WIDTH - 8, CONTENT_WIDTH - OFFICE_WIDTH - 8],
        heights: ROW_HEIGHT,
        body: rows.map(({ label, reason, signed }, i) => [
          {
            stack: [
              { ...textNode(label, { bold: true }), id: `signature-${i}` },
              textNode(reason, { fontSize: SIZE.label, color: QUIET }),
            ],
          },
          textNode(signed.join('\n'), { fontSize: SIZE.label }),
        ]),
      },
      layout: rowLines(false),
    },
  ],
})

/** Where a signature is shown: the number of its page's object, and a box in the coordinates of that page. */
export interface SignaturePlace {
  page: number
  rect: [left: number, bottom: number, right: number, top: number]
}

type Destination = [page: { id: number }, kind: string, left: number, top: number]

/** What pdfkit knows of the nodes that have a name: pdfmake itself tells no final place. */
export interface Destinations {
  _root: { data: { Names?: { data: { Dests?: { _items: Record<string, Destination> } } } } }
}

/** Where the rows of signatures came to stand. */
export function signaturePlaces({ _root }: Destinations): SignaturePlace[] {
  const places: SignaturePlace[] = []
  for (const [name, [page, , , y]] of Object.entries(_root.data.Names?.data.Dests?._items ?? {})) {
    const [, index] = PLACE.exec(name) ?? []
    const top = y + 2
    const [left, right] = [MARGIN.left + OFFICE_WIDTH, PAGE.width - MARGIN.right]
    if (index) places[Number(index)] = { page: page.id, rect: [left, top - ROW_HEIGHT, right, top] }
  }
  return places
}
