import { pressSheet, type SealedPdf, type Sheet } from '#documents/actions/press_sheet'
import { failpoint } from '#core/failpoint'
import { storeContent } from '#documents/actions/store_content'
import { writingOf } from '#documents/queries/writing'
import type { DocumentSummary } from '#documents/types'
import { copyOf, receiptOf, type Filed } from '#filings/domain/filed'
import { pressedReceipts } from '#filings/receipts'
import { filedById } from '#filings/queries/filed'

/** The receipt of a filing as a sealed PDF. */
export function pressReceipt(filed: Filed, code: string): Promise<SealedPdf> {
  return pressSheet({
    town: filed.town,
    sheet: receiptOf(filed, writingOf(filed.town, filed.language)),
    code,
    entry: { kind: 'incoming', ...filed.entry },
    createdAt: filed.entry.recordedAt,
  })
}

/** What a filing's receipt or its authenticated copy says. */
export async function sheetOfFiling(
  municipalityId: string,
  document: DocumentSummary
): Promise<Sheet | null> {
  const filed = document.filingId && (await filedById(municipalityId, document.filingId))
  if (!filed) return null
  return (document.kind === 'receipt' ? receiptOf : copyOf)(filed, writingOf(filed.town, filed.language))
}

/**
 * Makes and stores the bytes of a filing's receipt or authenticated copy. The receipt that was pressed when
 * the filing was answered is used if this process still holds it; after a crash it is made again.
 */
export async function makeFilingDocument(municipalityId: string, document: DocumentSummary): Promise<void> {
  const filed = document.filingId && (await filedById(municipalityId, document.filingId))
  if (!filed || !document.code) throw new Error(`document ${document.id} is not a filing's`)
  const pressed =
    document.kind === 'receipt'
      ? (pressedReceipts.take(document.id) ?? (await pressReceipt(filed, document.code)))
      : await pressCopy(filed, document.code)
  await failpoint('document.made')
  await storeContent(municipalityId, document.id, pressed, new Date())
}

const pressCopy = (filed: Filed, code: string): Promise<SealedPdf> =>
  pressSheet({
    town: filed.town,
    sheet: copyOf(filed, writingOf(filed.town, filed.language)),
    code,
    entry: { kind: 'incoming', ...filed.entry },
    createdAt: filed.entry.recordedAt,
  })
