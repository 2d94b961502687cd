import { PdfPool } from '#documents/pdf/pdf_pool'

/** The threads in which this process lays out what the stamp can't. */
export const housePool = new PdfPool({ size: 1 })
