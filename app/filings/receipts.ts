import type { SealedPdf } from '#documents/actions/press_sheet'

/** Receipts pressed by this process and not stored yet: so many are held, the oldest go first. */
const MOST = 200

class PressedReceipts {
  #held = new Map<string, SealedPdf>()

  keep(documentId: string, pdf: SealedPdf): void {
    this.#held.set(documentId, pdf)
    if (this.#held.size > MOST) this.#held.delete(this.#held.keys().next().value as string)
  }

  take(documentId: string): SealedPdf | undefined {
    const pdf = this.#held.get(documentId)
    this.#held.delete(documentId)
    return pdf
  }
}

export const pressedReceipts = new PressedReceipts()
