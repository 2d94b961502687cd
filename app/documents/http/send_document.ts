import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#core/http/problem'
import { contentOf } from '#documents/queries/content_of'
import type { DocumentSummary } from '#documents/types'

/** A name that every browser can save: plain letters, and the real one beside it (RFC 6266). */
function disposition({ name, mediaType }: DocumentSummary): string {
  const full = mediaType === 'application/pdf' && !/\.pdf$/i.test(name) ? `${name}.pdf` : name
  const plain = full
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_')
  return `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full).replace(/['()]/g, escape)}`
}

/** Sends the bytes of a document as a download that no browser opens as a page. Nobody gets what is not scanned yet or infected. */
export async function sendDocument({ response, town }: HttpContext, document: DocumentSummary) {
  if (document.scanState === 'pending' || document.scanState === 'infected') throw notFound()
  const { size, body } = await contentOf(town.id, document)
  response.header('content-type', document.mediaType)
  response.header('content-length', String(size))
  response.header('content-disposition', disposition(document))
  response.header('content-security-policy', 'sandbox')
  response.header('x-content-type-options', 'nosniff')
  response.header('cache-control', 'private, no-store')
  return body instanceof Readable ? response.stream(body) : response.send(body)
}
