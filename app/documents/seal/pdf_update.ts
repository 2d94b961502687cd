import type { PdfFile } from '#documents/seal/pdf_file'

/** Objects to append to a PDF, by number: their text (or bytes, where a stream is binary). */
export type PdfObjects = Map<number, string | Buffer>

/** A stream object. The dictionary's entries come without its length. */
export function streamObject(entries: string, content: Buffer): Buffer {
  return Buffer.concat([
    Buffer.from(`<< ${entries} /Length ${content.length} >>\nstream\n`, 'latin1'),
    content,
    Buffer.from('\nendstream', 'latin1'),
  ])
}

/** An object with an entry more in its dictionary. */
export const withEntry = (text: string, entry: string): string => text.replace(/>>$/, `${entry}\n>>`)

/**
 * An incremental update (ISO 32000-1, 7.5.6): the bytes to put behind the file, which itself does not change,
 * and where each object begins in them.
 */
export function pdfUpdate(
  base: Pick<PdfFile, 'size' | 'root' | 'info' | 'id' | 'startxref'> & { length: number },
  objects: PdfObjects
): { delta: Buffer; startOf: Map<number, number> } {
  const parts: Buffer[] = []
  const startOf = new Map<number, number>()
  let length = 0
  const write = (part: string | Buffer) => {
    const bytes = typeof part === 'string' ? Buffer.from(part, 'latin1') : part
    parts.push(bytes)
    length += bytes.length
  }
  const numbers = [...objects.keys()].sort((a, b) => a - b)
  for (const number of numbers) {
    startOf.set(number, length)
    write(`${number} 0 obj\n`)
    write(objects.get(number) as string | Buffer)
    write('\nendobj\n')
  }
  const startxref = base.length + length
  let table = 'xref\n'
  for (let i = 0; i < numbers.length;) {
    let end = i + 1
    while (end < numbers.length && numbers[end] === (numbers[end - 1] as number) + 1) end += 1
    table += `${numbers[i]} ${end - i}\n`
    for (; i < end; i += 1) {
      const offset = base.length + (startOf.get(numbers[i] as number) as number)
      table += `${String(offset).padStart(10, '0')} 00000 n \n`
    }
  }
  const size = Math.max(base.size, (numbers.at(-1) ?? 0) + 1)
  write(
    `${table}trailer\n<< /Size ${size} /Root ${base.root} 0 R /Info ${base.info} 0 R /ID ${base.id} /Prev ${base.startxref} >>\nstartxref\n${startxref}\n%%EOF\n`
  )
  return { delta: Buffer.concat(parts, length), startOf }
}
