import { ASCENT, LEADING, MARGIN, PAGE } from '#documents/pdf/theme'
import { linesOf, Unstampable, widthOf } from '#documents/stamp/metrics'

export interface Style {
  size: number
  bold?: boolean
  /** `#rrggbb` */
  color: string
}

/** A line of text whose base line begins at x, y; y counts down from the top of the page. */
export interface DrawnText extends Style {
  x: number
  y: number
  text: string
}

export interface DrawnBox {
  x: number
  y: number
  width: number
  height: number
  color: string
}

export interface DrawnPage {
  texts: DrawnText[]
  boxes: DrawnBox[]
}

/** Longer documents are pdfmake's. */
export const MAX_PAGES = 4
const BOTTOM = PAGE.height - MARGIN.bottom

export const lineHeight = (size: number): number => size * LEADING

/** Pages that fill from top to bottom. Everything drawn is remembered, nothing is encoded yet. */
export class Canvas {
  readonly pages: DrawnPage[] = []
  y = MARGIN.top
  #page: DrawnPage

  constructor() {
    this.#page = this.#turn()
  }

  #turn(): DrawnPage {
    if (this.pages.length === MAX_PAGES) throw new Unstampable('too many pages')
    this.#page = { texts: [], boxes: [] }
    this.pages.push(this.#page)
    this.y = MARGIN.top
    return this.#page
  }

  /** Makes sure that a piece of this height stands on one page. */
  room(height: number): void {
    if (height > BOTTOM - MARGIN.top) throw new Unstampable('a piece higher than a page')
    if (this.y + height > BOTTOM) this.#turn()
  }

  box(box: DrawnBox): void {
    this.#page.boxes.push(box)
  }

  /** Draws lines from a top edge downwards; answers the edge below them. */
  lines(lines: string[], x: number, top: number, style: Style, rightEdge?: number): number {
    for (const text of lines) {
      const left = rightEdge === undefined ? x : rightEdge - widthOf(text, style.size, style.bold ?? false)
      this.#page.texts.push({ ...style, x: left, y: top + style.size * ASCENT, text })
      top += lineHeight(style.size)
    }
    return top
  }

  /** A text in the width given, at the cursor, over as many pages as it takes. */
  flow(text: string, x: number, width: number, style: Style): void {
    for (const line of linesOf(text, style.size, style.bold ?? false, width)) {
      this.room(lineHeight(style.size))
      this.y = this.lines([line], x, this.y, style)
    }
  }
}
