import { localeOf } from '#core/locale'
import { groupCode } from '#documents/domain/verification_code'
import type { DocumentSummary } from '#documents/types'

type Tone = 'quiet' | 'waiting' | 'good' | 'bad'

const TONES: Record<string, Tone> = {
  pending: 'waiting',
  clean: 'good',
  infected: 'bad',
  failed: 'bad',
  not_scanned: 'quiet',
}

/** A file's size for people, in powers of a thousand. */
export function sizeText(bytes: number, lang: string): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : [bytes / 1_000_000, 'megabyte']
  return new Intl.NumberFormat(lang, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  }).format(value)
}

/** A document as lists of people's pages show it. What may not be fetched has no address. */
export function listedDocument(
  document: DocumentSummary,
  {
    lang,
    timeZone = 'Europe/Madrid',
    t,
  }: { lang: string; timeZone?: string; t: (key: string, params?: Record<string, any>) => string },
  fetchable = true
) {
  const blocked = document.scanState === 'pending' || document.scanState === 'infected'
  const state = document.scanState && document.scanState !== 'clean' ? document.scanState : null
  return {
    name: document.name,
    href: fetchable && !blocked ? `/documents/${document.id}` : undefined,
    page: fetchable && document.hasPage ? `/documents/${document.id}/page` : undefined,
    facts: [
      t(`documents.kinds.${document.kind}`),
      ...(document.size ? [sizeText(document.size, lang)] : []),
      document.createdAt.toLocaleDateString(localeOf(lang), { timeZone, dateStyle: 'medium' }),
    ],
    digest: document.sha256,
    code: document.code ? groupCode(document.code) : undefined,
    state: state ? { text: t(`documents.states.${state}`), tone: TONES[state] } : undefined,
  }
}
