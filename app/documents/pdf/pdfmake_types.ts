import type { Content, createPdf } from 'pdfmake'

export type { Content }

/** A node of text, with its style. */
export type TextNode = Extract<Content, { text: unknown }>

/** A whole document as pdfmake takes it. */
export type Definition = Parameters<typeof createPdf>[0]
