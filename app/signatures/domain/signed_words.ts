import { instantText, type Sheet, type Writing } from '#documents/index'
import type { Signature } from '#signatures/types'

/** What a signature shows of itself: who signed, as what, and when to the second. */
export function signatureLines(
  { name, position, signedAt }: Pick<Signature, 'name' | 'position' | 'signedAt'>,
  writing: Writing
): string[] {
  const at = instantText(signedAt.toISOString(), writing)
  return [name, position, writing.translate('signatures.signedAt', { at })]
}

/** What a document says once these have signed it, in the order of its rows: its page says the same as its PDF. */
export const signedSheet = (sheet: Sheet, lines: string[][]): Sheet => ({
  ...sheet,
  blocks: sheet.blocks.map((block) =>
    block.kind === 'signatures'
      ? { ...block, rows: block.rows.map((row, i) => ({ ...row, signed: lines[i] ?? [] })) }
      : block
  ),
})
