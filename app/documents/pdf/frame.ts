import { PAGE_NUMBER } from '#documents/pdf/heading_breaks'
import type { Content } from '#documents/pdf/pdfmake_types'
import { placePath, WINDOW_EMBLEM } from '#documents/domain/emblem'
import { pageLabel, type Imprint, type Letterhead } from '#documents/domain/imprint'
import { textNode } from '#documents/pdf/text_node'
import { qrPath, qrSymbol } from '#documents/pdf/qr_code'
import {
  EMBLEM,
  FOOT,
  HAIRLINE,
  HEAD_RULE_Y,
  HEAD_TEXT_X,
  INK,
  MARGIN,
  PAGE,
  QUIET,
  SIZE,
} from '#documents/pdf/theme'

const RIGHT = PAGE.width - MARGIN.right

const SMALL = { fontSize: SIZE.small - 0.7, color: QUIET }

const at = (x: number, y: number, node: Content): Content =>
  ({ ...(node as object), absolutePosition: { x, y } }) as Content

// pdfmake draws paths (its types do not say so), always in the coordinates of the page.
const filled = (path: string, color: string): Content =>
  at(0, 0, { canvas: [{ type: 'path', d: path, color } as never] })

const rule = (y: number, color: string, width: number): Content =>
  at(0, 0, {
    canvas: [{ type: 'line', x1: MARGIN.left, y1: y, x2: RIGHT, y2: y, lineColor: color, lineWidth: width }],
  })

const CREST = 'crest'

/** The images that the frame names. By name a coat of arms is in the file once, however many pages show it. */
export const imagesOf = ({ crest }: Letterhead): Record<string, string> => (crest ? { [CREST]: crest } : {})

/** Coat of arms, name and address of the town. */
export function headNode({ name, lines, colour, crest }: Letterhead): Content {
  const { x, y, size } = EMBLEM
  const emblem = crest
    ? [at(x, y, { image: CREST, fit: [size, size] })]
    : WINDOW_EMBLEM.map(({ path, tone }) =>
        filled(placePath(path, x, y, size / 48), tone === 'colour' ? colour : '#ffffff')
      )
  const lineNodes = lines.map((line, i) =>
    at(HEAD_TEXT_X, EMBLEM.y + 24 + i * 11.5, textNode(line, { fontSize: SIZE.small, color: QUIET }))
  )
  return [
    ...emblem,
    at(HEAD_TEXT_X, EMBLEM.y + 2, textNode(name, { fontSize: 15, bold: true, color: colour })),
    ...lineNodes,
    rule(HEAD_RULE_Y, colour, 1.5),
  ]
}

type FixedFoot = Pick<Imprint, 'codeLabel' | 'addressLabel' | 'address' | 'sealed'>

/** The part of the foot that is the same on every document of a town and language. */
export function fixedFootNode(imprint: FixedFoot): Content {
  return [
    rule(FOOT.ruleY, HAIRLINE, 0.7),
    at(FOOT.textX, FOOT.codeLabelY, textNode(imprint.codeLabel, SMALL)),
    at(FOOT.textX, FOOT.addressLabelY, textNode(imprint.addressLabel, SMALL)),
    at(FOOT.textX, FOOT.addressY, textNode(imprint.address, { fontSize: SIZE.small + 0.5 })),
    at(FOOT.textX, FOOT.sealedY, textNode(imprint.sealed, SMALL)),
  ]
}

/** Below the text of a document, what its numbers in brackets stand for. */
export const lackingNode = ({ lacking }: Pick<Imprint, 'lacking'>): Content =>
  textNode(lacking, { fontSize: SIZE.label, color: QUIET, margin: [0, 8, 0, 0] })

/** Which page of how many: the only thing that pdfmake tells a footer and not a background. */
export const pageNode = (imprint: Pick<Imprint, 'pageLabel'>, page: number, pages: number): Content => ({
  ...textNode(pageLabel(imprint, page, pages), {
    ...SMALL,
    alignment: 'right',
    margin: [0, FOOT.pageY - (PAGE.height - MARGIN.bottom), MARGIN.right, 0],
  }),
  headlineLevel: PAGE_NUMBER,
})

/** The part of the foot that belongs to one document: its QR, its code and the stamp of the register. */
export function ownFootNode(
  { url, code, stamp }: Pick<Imprint, 'url' | 'code' | 'stamp'>,
  colour: string
): Content {
  const { x, y, width, height } = FOOT.stamp
  const { qr } = FOOT
  const centred = (text: string, dy: number, style: object): Content =>
    at(x, y + dy, { columns: [{ width, ...textNode(text, { alignment: 'center', ...style }) }] })
  return [
    filled(qrPath(qrSymbol(url), qr.x, qr.y, qr.size), INK),
    at(FOOT.textX, FOOT.codeY, textNode(code, { fontSize: SIZE.label + 0.5, bold: true })),
    ...(stamp
      ? [
          at(0, 0, {
            canvas: [{ type: 'rect', x, y, w: width, h: height, r: 3, lineColor: colour, lineWidth: 1 }],
          }),
          centred(stamp.title, 5, { fontSize: 7.4, color: colour }),
          centred(stamp.number, 15.5, { fontSize: 12, bold: true, color: colour }),
          centred(stamp.at, 32, { fontSize: 8.2, color: colour }),
        ]
      : []),
  ]
}
