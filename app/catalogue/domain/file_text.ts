const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })

/** The text of a document; null where its bytes are none. */
export function fileText(bytes: Uint8Array): string | null {
  try {
    const text = utf8.decode(bytes)
    return text.includes('\u0000') ? null : text
  } catch {
    return null
  }
}
