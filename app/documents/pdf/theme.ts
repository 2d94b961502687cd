/** Measures of a page in points, shared by both roads to a PDF. */
export const PAGE = { width: 595.28, height: 841.89 }
export const MARGIN = { left: 57, right: 57, top: 118, bottom: 112 }
export const CONTENT_WIDTH = PAGE.width - MARGIN.left - MARGIN.right

export const INK = '#0b0c0c'
export const QUIET = '#505a5f'
export const HAIRLINE = '#c9ced1'

export const SIZE = {
  title: 18,
  highlight: 20,
  heading: 12.5,
  text: 10.5,
  label: 9.5,
  small: 8.5,
  digest: 7.2,
}
/** Distance between base lines, as a share of the size. */
export const LEADING = 1.34
/** Ascent and descent of our font, as shares of the size. */
export const ASCENT = 0.984
export const NATURAL_LEADING = 1.3
/** The column of labels in a list of facts, as a share of the width. */
export const LABEL_SHARE = 0.34

export const EMBLEM = { x: MARGIN.left, y: 36, size: 48 }
export const HEAD_TEXT_X = MARGIN.left + 60
export const HEAD_RULE_Y = 96

const footTop = PAGE.height - 100
export const FOOT = {
  ruleY: footTop,
  qr: { x: MARGIN.left, y: footTop + 9, size: 62 },
  textX: MARGIN.left + 72,
  codeLabelY: footTop + 10,
  codeY: footTop + 19.5,
  addressLabelY: footTop + 35,
  addressY: footTop + 44,
  sealedY: footTop + 59,
  stamp: { x: PAGE.width - MARGIN.right - 138, y: footTop + 10, width: 138, height: 47 },
  pageY: footTop + 64,
}

/** A very light wash of a colour, for panels: nine tenths white. */
export function wash(colour: string): string {
  const channels = [1, 3, 5].map((i) => parseInt(colour.slice(i, i + 2), 16))
  return `#${channels
    .map((c) =>
      Math.round(255 - (255 - c) * 0.09)
        .toString(16)
        .padStart(2, '0')
    )
    .join('')}`
}
