import type { Texts } from '#tenancy/types'

/** The two books of the general register (Law 39/2015, art. 16.1), and that of resolutions (RD 128/2018, art. 3.2.e). */
export const BOOKS = ['incoming', 'outgoing', 'resolutions'] as const
export type Book = (typeof BOOKS)[number]

/** What an entry says besides its number and time (Law 39/2015, art. 16.3; RD 203/2021, art. 38). */
export interface EntryContent {
  heading: string
  /** Of the case that it belongs to; null, or missing, for the entry that opens one: see `BookEntry.caseNumber`. */
  caseNumber?: string | null
  party: { identifier: string; name: string } | null
  representative?: { identifier: string; name: string } | null
  /** Who sends and who is addressed: a person, or a unit with its directory code. */
  sender: { name: string; directoryCode: string | null }
  addressee: { name: string; directoryCode: string | null }
  procedure: { slug: string; title: Texts | string; sia: string | null } | null
  /** Of a filing the first is what was written itself: the digest is that of its answers. */
  documents: { name: string; mediaType: string; size: number; sha256: string }[]
  /** Of the case. The entry itself is in the language of the books. */
  language: string
}

/** An entry as it is planned, before the lock gives it number, time and place in the chain. */
export interface EntryPlan {
  id: string
  filingId?: string | null
  caseId?: string | null
  documentId?: string | null
  content: EntryContent
  salt: string
  commitment: string
}

export interface RecordedEntry {
  id: string
  year: number
  number: number
  entryNumber: string
  /** UTC with microseconds, as text. */
  recordedAt: string
  effectiveAt: string
  effectiveDate: string
}
