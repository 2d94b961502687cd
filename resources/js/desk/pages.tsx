import { Link } from '@inertiajs/react'
import { useTexts } from './texts.js'

/** Ways through a long list: back to its beginning, and on. */
export function Pages({ first, next }: { first: string | null; next: string | null }) {
  const t = useTexts()
  if (!first && !next) return null
  return (
    <nav className="desk-pages" aria-label={t('pages.label')}>
      {first ? <Link href={first}>{t('pages.first')}</Link> : <span />}
      {next && <Link href={next}>{t('pages.next')}</Link>}
    </nav>
  )
}
