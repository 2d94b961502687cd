import { Readable } from 'node:stream'
import type { HttpContext } from '@adonisjs/core/http'
import { notFound } from '#core/http/problem'
import { contentOf } from '#documents/queries/content_of'
import type { DocumentSummary } from '#documents/types'

/** A name that every browser can save: plain letters, and the real one beside it (RFC 6266). */
function disposition(
  way: 'inline' | 'attachment',
  { name, mediaType }: Pick<DocumentSummary, 'name' | 'mediaType'>
): string {
  const full = mediaType === 'application/pdf' && !/\.pdf$/i.test(name) ? `${name}.pdf` : name
  const plain = full
    .normalize('NFD')
    .replace(/[^\x20-\x7e]/g, '')
    .replace(/["\\]/g, '_')
  return `${way}; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(full).replace(/['()]/g, escape)}`
}

/** What the house has sealed itself runs nothing; a sandbox would keep the browser's own viewer from showing it. */
const SHOWN = "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'none'"
const SAVED = "default-src 'none'; sandbox"

const isSealed = ({ code, origin, mediaType }: DocumentSummary) =>
  code !== null && origin === 'administration' && mediaType === 'application/pdf'

function setHeaders(
  { response }: Pick<HttpContext, 'response'>,
  file: Pick<DocumentSummary, 'name' | 'mediaType'>,
  { size, shown }: { size: number; shown: boolean }
) {
  response.header('content-type', file.mediaType)
  response.header('content-length', String(size))
  response.header('content-disposition', disposition(shown ? 'inline' : 'attachment', file))
  response.header('content-security-policy', shown ? SHOWN : SAVED)
  response.header('x-content-type-options', 'nosniff')
  response.header('cache-control', 'private, no-store')
}

/** Sends a draft of ours to be read in the browser: it is no document yet, and is kept nowhere. */
export function sendDraft(ctx: Pick<HttpContext, 'response'>, name: string, bytes: Buffer) {
  setHeaders(ctx, { name, mediaType: 'application/pdf' }, { size: bytes.length, shown: true })
  return ctx.response.send(bytes)
}

/**
 * Sends the bytes of a document as a download that no browser opens as a page; a sealed one of ours, where it is
 * to be printed, in the browser. Nobody gets what is not scanned yet or infected.
 */
export async function sendDocument(
  ctx: HttpContext,
  document: DocumentSummary,
  { toPrint = false }: { toPrint?: boolean } = {}
) {
  if (document.scanState === 'pending' || document.scanState === 'infected') throw notFound()
  const shown = toPrint && isSealed(document)
  const { response, town } = ctx
  const { size, body } = await contentOf(town.id, document)
  setHeaders(ctx, document, { size, shown })
  return body instanceof Readable ? response.stream(body) : response.send(body)
}
