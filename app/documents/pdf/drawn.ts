import { createRequire } from 'node:module'
import type { Sheet } from '#documents/domain/sheet'
import { FOOT, HEAD_RULE_Y, PAGE } from '#documents/pdf/theme'
import { runsOf } from '#documents/pdf/runs'
import { wordsOfSheet } from '#documents/domain/sheet_words'

interface Drawing {
  _fragment(text: string, x: number, y: number, options: { textWidth?: number }): void
}

/** How often each sign stands in a text. Spaces and invisible signs are no loss. */
class Signs extends Map<string, number> {
  add(text: string): this {
    for (const [sign] of text.matchAll(/[\p{L}\p{M}\p{N}\p{P}\p{S}]/gu))
      this.set(sign, (this.get(sign) ?? 0) + 1)
    return this
  }
}

const drawn = new WeakMap<object, Signs>()

// pdfmake drops a piece that it finds no page for, and says nothing: only pdfkit knows what was drawn.
const fromPdfmake = createRequire(createRequire(import.meta.url).resolve('pdfmake'))
const { prototype } = fromPdfmake('pdfkit') as { prototype: Drawing }
const draw = prototype._fragment
prototype._fragment = function (this: Drawing, text, x, y, options) {
  const onPage = y > HEAD_RULE_Y && y < FOOT.ruleY && x + (options.textWidth ?? 0) < PAGE.width
  if (onPage) drawn.set(this, (drawn.get(this) ?? new Signs()).add(text))
  return draw.call(this, text, x, y, options)
}

/** Refuses a document between whose head and foot a sign of its sheet is missing: nobody may seal that. */
export function assertDrawn(document: object, sheet: Sheet): void {
  const wanted = new Signs()
  for (const text of wordsOfSheet(sheet)) for (const run of runsOf(text)) wanted.add(run.text)
  const there = drawn.get(document)
  for (const [sign, times] of wanted)
    if ((there?.get(sign) ?? 0) < times) throw new Error(`the document lacks words of its sheet (${sign})`)
}
