export interface Part {
  name: string
  /** A part with a file name is a file. */
  filename?: string
  type?: string
  content: string | Buffer
}

export const BOUNDARY = '----a-boundary-of-a-test'
export const MULTIPART = `multipart/form-data; boundary=${BOUNDARY}`

/** A multipart body, written by hand so that names may be anything at all. */
export function multipart(parts: Part[]): Buffer {
  const chunks: Buffer[] = []
  for (const { name, filename, type, content } of parts) {
    const file = filename === undefined ? '' : `; filename="${filename}"`
    const head = [`--${BOUNDARY}`, `Content-Disposition: form-data; name="${name}"${file}`]
    if (type) head.push(`Content-Type: ${type}`)
    chunks.push(
      Buffer.from(`${head.join('\r\n')}\r\n\r\n`),
      Buffer.from(content as string),
      Buffer.from('\r\n')
    )
  }
  return Buffer.concat([...chunks, Buffer.from(`--${BOUNDARY}--\r\n`)])
}
