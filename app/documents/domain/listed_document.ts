import { localeOf } from '#core/locale'
import { groupCode } from '#documents/domain/verification_code'
import { fileSize } from '#forms/view'
import type { DocumentSummary } from '#documents/types'

type Tone = 'quiet' | 'waiting' | 'good' | 'bad'

const TONES: Record<string, Tone> = {
  pending: 'waiting',
  clean: 'good',
  infected: 'bad',
  failed: 'bad',
  not_scanned: 'quiet',
}

/** A document as lists of people's pages show it. What may not be fetched has no address. */
export function listedDocument(
  document: DocumentSummary,
  {
    lang,
    timeZone = 'Europe/Madrid',
    at = '/documents',
    t,
  }: {
    lang: string
    timeZone?: string
    /** The door by which they are fetched. */
    at?: string
    t: (key: string, params?: Record<string, any>) => string
  },
  fetchable = true
) {
  const blocked = document.scanState === 'pending' || document.scanState === 'infected'
  const state = document.scanState && document.scanState !== 'clean' ? document.scanState : null
  return {
    name: document.name,
    /** Of the name, where it isn't the page's; what a citizen called a file is in no language that we know. */
    lang: document.origin === 'administration' && document.language !== lang ? document.language : undefined,
    href: fetchable && !blocked ? `${at}/${document.id}` : undefined,
    page: fetchable && document.hasPage ? `${at}/${document.id}/page` : undefined,
    facts: [
      t(`documents.kinds.${document.kind}`),
      ...(document.size ? [fileSize(document.size, lang)] : []),
      document.createdAt.toLocaleDateString(localeOf(lang), { timeZone, dateStyle: 'medium' }),
    ],
    digest: document.sha256,
    code: document.code ? groupCode(document.code) : undefined,
    state: state ? { text: t(`documents.states.${state}`), tone: TONES[state] } : undefined,
  }
}
