import type { TextNode } from '#documents/pdf/pdfmake_types'
import { runsOf } from '#documents/pdf/runs'
import { HAIRLINE } from '#documents/pdf/theme'

type TextStyle = Pick<
  TextNode,
  'fontSize' | 'bold' | 'color' | 'margin' | 'alignment' | 'lineHeight' | 'noWrap'
>

/** A node of text: the only place where a document's words become pdfmake's. */
export function textNode(text: string, style: TextStyle = {}): TextNode {
  const runs = runsOf(text)
  const [first] = runs
  return { ...style, text: runs.length === 1 && first && !first.font ? first.text : runs }
}

/** Lines below every row but the last, nothing between columns. */
export const rowLines = (last: boolean) => ({
  hLineWidth: (i: number, node: { table: { body: unknown[] } }) =>
    i === 0 || (!last && i === node.table.body.length) ? 0 : 0.5,
  vLineWidth: () => 0,
  hLineColor: () => HAIRLINE,
  paddingLeft: () => 0,
  paddingRight: () => 8,
  paddingTop: () => 4.5,
  paddingBottom: () => 4,
})
