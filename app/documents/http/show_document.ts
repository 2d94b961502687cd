import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#core/http/problem'
import { sheetHtml } from '#documents/domain/sheet_html'
import { groupCode } from '#documents/domain/verification_code'
import { sheetOf } from '#documents/queries/sheet_of'
import type { DocumentSummary } from '#documents/types'

/** What the books of the town know it by. */
interface BookNumbers {
  entry: string | null
  resolution: string | null
}

/**
 * A sealed document as a page, for whoever its PDF does not serve (RD 1112/2018): the same words, with the code
 * that leads to the original.
 */
export async function showDocument(
  { response, town, view }: HttpContext,
  document: DocumentSummary,
  { pdf, numbers, door }: { pdf: string; numbers: BookNumbers; door: 'folder' | 'verify' | 'follow-up' }
) {
  const sheet = await sheetOf(town.id, document)
  if (!sheet || !document.code) throw notFound()
  response.header('cache-control', 'private, no-store')
  return view.render('pages/portal/document', {
    title: sheet.title,
    html: sheetHtml(sheet),
    code: groupCode(document.code),
    verify: `/verify/${document.code}`,
    numbers,
    pdf,
    door,
  })
}
