/**
 * A document before it is a PDF or a page: plain blocks of text that every renderer understands.
 * Nothing in it can name a file, a URL to load, a style or a script.
 */
export interface Sheet {
  /** BCP 47 language of the texts. */
  language: string
  title: string
  blocks: Block[]
}

export interface Fact {
  label: string
  value: string
  /** Set small: a digest, which people compare and do not read. */
  fine?: boolean
}

/** A column of a table; how much of the width it takes beside the others. */
export interface Column {
  label: string
  share: number
}

export interface Attachment {
  name: string
  /** Bytes. */
  size: number
  /** Lower-case hexadecimal. */
  sha256: string
}

export type Block =
  | { kind: 'heading'; text: string }
  | { kind: 'paragraph'; text: string }
  /** The one fact a reader looks for first, large, with what belongs to it below. */
  | { kind: 'highlight'; label: string; value: string; facts: Fact[] }
  /** `fee`: how an amount was reckoned. */
  | { kind: 'facts'; facts: Fact[]; fee?: true }
  | { kind: 'list'; items: string[]; numbered?: true }
  | { kind: 'table'; columns: Column[]; rows: string[][] }
  | { kind: 'attachments'; columns: { name: string; size: string }; rows: AttachmentRow[] }
  /** Who has to sign, and why; the words of each signature once it is there, and room for them until then. */
  | { kind: 'signatures'; title: string; rows: SignatureRow[] }
  /** Who answers for the document, and by which kind of seal. */
  | { kind: 'seal'; title: string; lines: string[] }

export interface SignatureRow {
  /** The office that signs: `Alcaldía`. */
  label: string
  reason: string
  signed: string[]
}

/** One attached document: the size is already written for people, the digest says which digest it is. */
export interface AttachmentRow {
  name: string
  size: string
  digest: string
}
