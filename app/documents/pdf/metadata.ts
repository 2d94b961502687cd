import type { Destinations } from '#documents/pdf/signatures'

/** What we touch of a pdfkit document. */
export interface PdfKitDocument extends Destinations {
  fontCache: Record<string, Record<string, PdfKitFont>>
  _addInfo(): void
  appendXML(xml: string): void
}

/** An embedded font of one document: encoding a text adds its glyphs to the subset. */
export interface PdfKitFont {
  id: string
  ascender: number
  descender: number
  /** By glyph of the subset, in thousandths of the size. */
  widths: number[]
  dictionary: { id: number }
  encode(text: string): [glyphs: string[], positions: unknown[]]
}

export interface DocumentFacts {
  title: string
  author: string
  /** ISO instant. */
  createdAt: string
}

const PRODUCER = 'Finestra'

const xmlText = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')

const inSeconds = (instant: string): Date => new Date(Math.floor(Date.parse(instant) / 1000) * 1000)

const xmpDate = (date: Date): string => date.toISOString().replace('.000Z', 'Z')

/** The XMP descriptions of a document; PDF/A wants them equal to the information dictionary. */
function xmpOf({ title, author, createdAt }: DocumentFacts): string {
  const date = xmpDate(inSeconds(createdAt))
  return `<rdf:Description rdf:about="" xmlns:xmp="http://ns.adobe.com/xap/1.0/">
<xmp:CreateDate>${date}</xmp:CreateDate><xmp:CreatorTool>${PRODUCER}</xmp:CreatorTool>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${xmlText(title)}</rdf:li></rdf:Alt></dc:title>
<dc:creator><rdf:Seq><rdf:li>${xmlText(author)}</rdf:li></rdf:Seq></dc:creator>
</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdf:Producer>${PRODUCER}</pdf:Producer>
</rdf:Description>`
}

/** The whole XMP packet of a PDF/A-2b document. */
export const xmpPacket = (
  facts: DocumentFacts
): string => `<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" rdf:about="">
<pdfaid:part>2</pdfaid:part><pdfaid:conformance>B</pdfaid:conformance>
</rdf:Description>
${xmpOf(facts)}
</rdf:RDF></x:xmpmeta>
<?xpacket end="w"?>`

/** The information dictionary, as pdfmake takes it. The file's identifier is made of it. */
export const infoOf = ({ title, author, createdAt }: DocumentFacts) => ({
  producer: PRODUCER,
  creator: PRODUCER,
  creationDate: inSeconds(createdAt),
  title,
  author,
})

/** Writes the same facts into the XMP. pdfkit's own does not escape them. */
export function describe(document: PdfKitDocument, facts: DocumentFacts): void {
  document._addInfo = () => document.appendXML(xmpOf(facts))
}
