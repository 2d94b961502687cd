/** What a town takes: media type by extension. The interchange of registers carries these and no others. */
const TYPES: Record<string, string> = {
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  tiff: 'image/tiff',
  tif: 'image/tiff',
  heic: 'image/heic',
  odt: 'application/vnd.oasis.opendocument.text',
  ods: 'application/vnd.oasis.opendocument.spreadsheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  rtf: 'application/rtf',
  txt: 'text/plain',
  xml: 'application/xml',
}

const extensionOf = (name: string): string => /\.([A-Za-z0-9]{1,5})$/.exec(name)?.[1]?.toLowerCase() ?? ''

export const typeByExtension = (name: string): string | null => TYPES[extensionOf(name)] ?? null

/** Types that have no magic bytes: text is told by being text. */
const PLAIN = new Set(['text/plain', 'application/xml'])

const SAME: Record<string, string> = {
  'text/xml': 'application/xml',
  'text/rtf': 'application/rtf',
  'image/heif': 'image/heic',
}

/**
 * Whether the bytes are what the name says. `detected` is what the magic bytes and the structure told
 * (null where they tell nothing), `head` the first bytes of the file.
 */
export function agreedType(name: string, detected: string | null, head: Uint8Array): string | null {
  const named = typeByExtension(name)
  if (!named) return null
  const found = detected ? (SAME[detected] ?? detected) : null
  if (found) return found === named ? named : null
  if (!PLAIN.has(named)) return null
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(head.subarray(0, Math.max(0, head.length - 4)))
    return head.includes(0) ? null : named
  } catch {
    return null
  }
}
