/** The town's own head of every page. */
export interface Letterhead {
  /** As the town calls itself: `Ajuntament de Vallclara`. */
  name: string
  /** Address, NIF, address of the office: one or two short lines. */
  lines: string[]
  /** `#rrggbb`, dark enough to read on white. */
  colour: string
  /** The town's coat of arms, a PNG as a data address; a shield with a window in it when it has none. */
  crest?: string
}

/**
 * The foot of every page (RD 203/2021, art. 21: code and address preferably on each page).
 * All texts are already in the document's language.
 */
export interface Imprint {
  /** Printed form of the verification code. */
  code: string
  codeLabel: string
  /** The address people type. */
  address: string
  addressLabel: string
  /** What the QR carries: the address with the code. */
  url: string
  /** A line on how the document is sealed. */
  sealed: string
  /** `Page {page} of {pages}`: the two words in braces are replaced. */
  pageLabel: string
  /** The sentence below a document with characters that no font of the house has. */
  lacking: string
  /** The stamp of the register, for documents that have been through it. */
  stamp: { title: string; number: string; at: string } | null
}

export const pageLabel = (imprint: Pick<Imprint, 'pageLabel'>, page: number, pages: number): string =>
  imprint.pageLabel.replace('{page}', String(page)).replace('{pages}', String(pages))
