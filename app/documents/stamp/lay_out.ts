import type { AttachmentRow, Block, Fact, Sheet } from '#documents/domain/sheet'
import { CONTENT_WIDTH, HAIRLINE, INK, LABEL_SHARE, MARGIN, QUIET, SIZE, wash } from '#documents/pdf/theme'
import { Canvas, lineHeight, type DrawnPage, type Style } from '#documents/stamp/canvas'
import { linesOf, Unstampable } from '#documents/stamp/metrics'

const LEFT = MARGIN.left
const RIGHT = LEFT + CONTENT_WIDTH
const LABEL_WIDTH = CONTENT_WIDTH * LABEL_SHARE
const TEXT: Style = { size: SIZE.text, color: INK }
const LABEL: Style = { size: SIZE.label, color: QUIET }
const DIGEST: Style = { size: SIZE.digest, color: QUIET }
const FINE: Style = { size: SIZE.digest, color: INK }
const SIZE_COLUMN = 70

const heightOf = (lines: string[], style: Style) => lines.length * lineHeight(style.size)

const ruleAt = (canvas: Canvas, y: number) =>
  canvas.box({ x: LEFT, y: y - 0.25, width: CONTENT_WIDTH, height: 0.5, color: HAIRLINE })

function fact(canvas: Canvas, { label, value, fine }: Fact): void {
  const labels = linesOf(label, LABEL.size, false, LABEL_WIDTH - 12)
  const style = fine ? FINE : TEXT
  const values = linesOf(value, style.size, false, CONTENT_WIDTH - LABEL_WIDTH)
  const height = Math.max(heightOf(labels, LABEL), heightOf(values, style)) + 9
  canvas.room(height)
  canvas.lines(labels, LEFT, canvas.y + 5.3, LABEL)
  canvas.lines(values, LEFT + LABEL_WIDTH, canvas.y + (fine ? 7 : 4.5), style)
  canvas.y += height
  ruleAt(canvas, canvas.y)
}

function highlight(canvas: Canvas, block: Extract<Block, { kind: 'highlight' }>, colour: string): void {
  const inner = LEFT + 18
  const value: Style = { size: SIZE.highlight, bold: true, color: INK }
  const values = linesOf(block.value, value.size, true, CONTENT_WIDTH - 34)
  const facts = block.facts.map(({ label, value }) => {
    const labels = linesOf(label, LABEL.size, false, LABEL_WIDTH - 26)
    const lines = linesOf(value, TEXT.size, false, CONTENT_WIDTH - LABEL_WIDTH - 12)
    return { labels, lines, height: Math.max(heightOf(labels, LABEL), heightOf(lines, TEXT)) + 2 }
  })
  const height =
    21 +
    lineHeight(LABEL.size) +
    1 +
    heightOf(values, value) +
    4 +
    facts.reduce((sum, fact) => sum + fact.height, 0)
  canvas.y += 4
  canvas.room(height)
  canvas.box({ x: LEFT, y: canvas.y, width: CONTENT_WIDTH, height, color: wash(colour) })
  canvas.box({ x: LEFT, y: canvas.y, width: 4, height, color: colour })
  let y = canvas.lines([block.label], inner, canvas.y + 10, LABEL) + 1
  y = canvas.lines(values, inner, y, value) + 4
  for (const { labels, lines, height } of facts) {
    canvas.lines(labels, inner, y + 2.8, LABEL)
    canvas.lines(lines, LEFT + LABEL_WIDTH, y + 2, TEXT)
    y += height
  }
  canvas.y += height + 8
}

function attachment(canvas: Canvas, row: AttachmentRow): void {
  const names = linesOf(row.name, TEXT.size, false, CONTENT_WIDTH - SIZE_COLUMN)
  const digests = linesOf(row.digest, DIGEST.size, false, CONTENT_WIDTH - SIZE_COLUMN)
  const height = heightOf(names, TEXT) + 1.5 + heightOf(digests, DIGEST) + 8.5
  canvas.room(height)
  canvas.lines([row.size], LEFT, canvas.y + 4.5, TEXT, RIGHT)
  canvas.lines(digests, LEFT, canvas.lines(names, LEFT, canvas.y + 4.5, TEXT) + 1.5, DIGEST)
  canvas.y += height
  ruleAt(canvas, canvas.y)
}

/** One row of a table: each cell in the width of its column, all as high as the highest. */
function tableRow(canvas: Canvas, cells: string[], widths: number[], style: Style): void {
  const drawn = cells.map((cell, i) => linesOf(cell, style.size, style.bold ?? false, widths[i]! - 8))
  const height = Math.max(...drawn.map((lines) => heightOf(lines, style))) + 8.5
  canvas.room(height)
  let x = LEFT
  drawn.forEach((lines, i) => {
    canvas.lines(lines, x, canvas.y + 4.5, style)
    x += widths[i]!
  })
  canvas.y += height
  ruleAt(canvas, canvas.y)
}

function table(canvas: Canvas, { columns, rows }: Extract<Block, { kind: 'table' }>): void {
  const whole = columns.reduce((sum, { share }) => sum + share, 0)
  const widths = columns.map(({ share }) => (CONTENT_WIDTH * share) / whole)
  const labels = columns.map(({ label }) => label)
  canvas.room(50)
  tableRow(canvas, labels, widths, { ...LABEL, bold: true, color: INK })
  for (const cells of rows) tableRow(canvas, cells, widths, TEXT)
  canvas.y += 4
}

function block(canvas: Canvas, block: Block, colour: string): void {
  switch (block.kind) {
    case 'heading':
      canvas.y += 12
      canvas.room(60) // a heading never stands alone at the foot of a page
      canvas.flow(block.text, LEFT, CONTENT_WIDTH, { size: SIZE.heading, bold: true, color: colour })
      canvas.y += 4
      return
    case 'paragraph':
      canvas.flow(block.text, LEFT, CONTENT_WIDTH, TEXT)
      canvas.y += 7
      return
    case 'list':
      for (const [i, item] of block.items.entries()) {
        const indent = block.numbered ? 20 : 14
        canvas.room(lineHeight(TEXT.size))
        canvas.lines([block.numbered ? `${i + 1}.` : '•'], LEFT + 2, canvas.y, TEXT)
        canvas.flow(item, LEFT + indent, CONTENT_WIDTH - indent, TEXT)
        canvas.y += 3
      }
      canvas.y += 4
      return
    case 'facts':
      for (const one of block.facts) fact(canvas, one)
      canvas.y += 4
      return
    case 'highlight':
      highlight(canvas, block, colour)
      return
    case 'table':
      table(canvas, block)
      return
    case 'attachments': {
      const head: Style = { ...LABEL, bold: true, color: INK }
      canvas.room(50)
      canvas.lines([block.columns.size], LEFT, canvas.y + 4.5, head, RIGHT)
      canvas.y = canvas.lines([block.columns.name], LEFT, canvas.y + 4.5, head) + 4
      ruleAt(canvas, canvas.y)
      for (const row of block.rows) attachment(canvas, row)
      canvas.y += 4
      return
    }
    case 'signatures':
      throw new Unstampable('a document that people sign')
    case 'seal': {
      const lines = block.lines.flatMap((line) => linesOf(line, LABEL.size, false, CONTENT_WIDTH))
      canvas.y += 16
      canvas.room(lineHeight(TEXT.size) + 2 + heightOf(lines, LABEL))
      canvas.y = canvas.lines([block.title], LEFT, canvas.y, { ...TEXT, bold: true }) + 2
      canvas.y = canvas.lines(lines, LEFT, canvas.y, LABEL)
      return
    }
    default:
      throw new Error(`nobody knows how to stamp ${(block satisfies never as Block).kind}`)
  }
}

/** A sheet on pages, as lines and boxes. Throws `Unstampable` where only pdfmake will do. */
export function layOutSheet(sheet: Sheet, colour: string): DrawnPage[] {
  const canvas = new Canvas()
  canvas.flow(sheet.title, LEFT, CONTENT_WIDTH, { size: SIZE.title, bold: true, color: INK })
  canvas.y += 8
  for (const one of sheet.blocks) block(canvas, one, colour)
  return canvas.pages
}
