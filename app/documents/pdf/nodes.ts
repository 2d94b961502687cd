import type { Content } from '#documents/pdf/pdfmake_types'
import type { Block, Fact } from '#documents/domain/sheet'
import { signaturesNode } from '#documents/pdf/signatures'
import { rowLines, textNode } from '#documents/pdf/text_node'
import { CONTENT_WIDTH, INK, LABEL_SHARE, QUIET, SIZE, wash } from '#documents/pdf/theme'

const factRow = (fact: Fact) => [
  textNode(fact.label, { fontSize: SIZE.label, color: QUIET }),
  textNode(fact.value, { fontSize: fact.fine ? SIZE.digest : SIZE.text }),
]

const LONGEST_WHOLE = 800

// All columns are of a fixed width: a free one grows with its longest word, over the edge of the page.
const factTable = (facts: Fact[], width: number): Content => ({
  table: {
    // What would not fit a page may go on in the next one; anything else stays together.
    dontBreakRows: facts.every(({ value }) => value.length <= LONGEST_WHOLE),
    widths: [width * LABEL_SHARE - 8, width * (1 - LABEL_SHARE) - 8],
    body: facts.map(factRow),
  },
  layout: rowLines(true),
})

const PANEL_WIDTH = CONTENT_WIDTH - 30

const panel = (colour: string, stack: Content[]): Content => ({
  margin: [0, 4, 0, 8],
  table: { widths: [PANEL_WIDTH], body: [[{ stack, fillColor: wash(colour) }]] },
  layout: {
    hLineWidth: () => 0,
    vLineWidth: (i: number) => (i === 0 ? 4 : 0),
    vLineColor: () => colour,
    paddingLeft: () => 14,
    paddingRight: () => 12,
    paddingTop: () => 10,
    paddingBottom: () => 9,
  },
})

/** One block as pdfmake nodes: text, tables and lists, nothing that could load or run anything. */
export function blockNode(block: Block, colour: string): Content {
  switch (block.kind) {
    case 'heading':
      return {
        ...textNode(block.text, { fontSize: SIZE.heading, bold: true, color: colour, margin: [0, 12, 0, 4] }),
        headlineLevel: 1,
      }
    case 'paragraph':
      return textNode(block.text, { margin: [0, 0, 0, 7] })
    case 'list': {
      const items = block.items.map((item) => textNode(item, { margin: [0, 0, 0, 3] }))
      return { ...(block.numbered ? { ol: items } : { ul: items }), margin: [0, 0, 0, 7] }
    }
    case 'facts':
      return block.facts.length
        ? ({ ...(factTable(block.facts, CONTENT_WIDTH) as object), margin: [0, 0, 0, 4] } as Content)
        : []
    case 'highlight':
      return panel(colour, [
        textNode(block.label, { fontSize: SIZE.label, color: QUIET }),
        textNode(block.value, { fontSize: SIZE.highlight, bold: true, color: INK, margin: [0, 1, 0, 4] }),
        ...block.facts.map((fact) => ({
          columns: [
            {
              width: CONTENT_WIDTH * LABEL_SHARE - 18,
              ...textNode(fact.label, { fontSize: SIZE.label, color: QUIET }),
            },
            { width: PANEL_WIDTH - CONTENT_WIDTH * LABEL_SHARE + 18, ...textNode(fact.value) },
          ],
          margin: [0, 2, 0, 0] as [number, number, number, number],
        })),
      ])
    case 'table':
      return tableNode(block)
    case 'attachments':
      return attachmentsNode(block)
    case 'signatures':
      return signaturesNode(block, colour)
    case 'seal':
      return {
        stack: [
          textNode(block.title, { bold: true, margin: [0, 0, 0, 2] }),
          ...block.lines.map((line) => textNode(line, { fontSize: SIZE.label, color: QUIET })),
        ],
        margin: [0, 16, 0, 0],
        unbreakable: true,
      }
  }
}

function attachmentsNode(block: Extract<Block, { kind: 'attachments' }>): Content {
  const head = { fontSize: SIZE.label, bold: true }
  return {
    margin: [0, 0, 0, 4],
    table: {
      headerRows: 1,
      widths: [CONTENT_WIDTH - 70, 62],
      body: [
        [textNode(block.columns.name, head), textNode(block.columns.size, { ...head, alignment: 'right' })],
        ...block.rows.map((row) => [
          {
            stack: [
              textNode(row.name),
              textNode(row.digest, { fontSize: SIZE.digest, color: QUIET, margin: [0, 1.5, 0, 0] }),
            ],
          },
          textNode(row.size, { alignment: 'right' }),
        ]),
      ],
    },
    layout: { ...rowLines(true), paddingRight: (i: number) => (i === 0 ? 8 : 0) },
  }
}

function tableNode({ columns, rows }: Extract<Block, { kind: 'table' }>): Content {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  return {
    margin: [0, 0, 0, 4],
    table: {
      headerRows: 1,
      dontBreakRows: true,
      widths: columns.map(({ share }) => (CONTENT_WIDTH * share) / whole - 8),
      body: [
        columns.map(({ label }) => textNode(label, { fontSize: SIZE.label, bold: true })),
        ...rows.map((cells) => cells.map((cell) => textNode(cell))),
      ],
    },
    layout: rowLines(true),
  }
}
