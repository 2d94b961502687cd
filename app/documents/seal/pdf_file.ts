/** A PDF with a classic cross-reference table, as pdfkit and we ourselves write them, opened for an update. */
export interface PdfFile {
  bytes: Buffer
  /** One more than the highest object number. */
  size: number
  root: number
  info: number
  /** The two file identifiers, as they stand in the trailer. */
  id: string
  startxref: number
}

const need = (match: RegExpMatchArray | null, what: string): string => {
  if (!match?.[1]) throw new Error(`not a PDF that can be updated: no ${what}`)
  return match[1]
}

/** Reads the last trailer. Throws on cross-reference streams, which we never write. */
export function readPdf(bytes: Buffer): PdfFile {
  const tail = bytes.toString('latin1', Math.max(0, bytes.length - 64))
  const startxref = Number(need(tail.match(/startxref\s+(\d+)\s+%%EOF\s*$/), 'startxref'))
  const end = bytes.toString('latin1', startxref)
  if (!end.startsWith('xref')) throw new Error('not a PDF that can be updated: no cross-reference table')
  const trailer = end.slice(end.indexOf('trailer'))
  return {
    bytes,
    startxref,
    size: Number(need(trailer.match(/\/Size (\d+)/), 'size')),
    root: Number(need(trailer.match(/\/Root (\d+) 0 R/), 'root')),
    info: Number(need(trailer.match(/\/Info (\d+) 0 R/), 'information')),
    id: need(trailer.match(/\/ID (\[[^\]]+\])/), 'identifiers'),
  }
}

/** The text of an object that is not a stream, without its frame; the newest one of that number. */
export function objectText({ bytes }: PdfFile, number: number): string {
  const head = `\n${number} 0 obj\n`
  const start = bytes.lastIndexOf(head, undefined, 'latin1')
  if (start < 0) throw new Error(`the PDF has no object ${number}`)
  return bytes.toString('latin1', start + head.length, bytes.indexOf('endobj', start, 'latin1')).trim()
}

/** The numbers of the page objects, in order. */
export function pageNumbers(file: PdfFile): number[] {
  const pages = Number(need(objectText(file, file.root).match(/\/Pages (\d+) 0 R/), 'pages'))
  const kids = need(objectText(file, pages).match(/\/Kids \[([^\]]*)\]/), 'kids')
  return [...kids.matchAll(/(\d+) 0 R/g)].map(([, number]) => Number(number))
}
