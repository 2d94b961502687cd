import { Link } from '@inertiajs/react'
import type { DocumentPage } from '#desk/domain/document_page'
import { Facts } from '../../desk/facts.js'
import { PageHead } from '../../desk/page_head.js'
import { Sheet } from '../../desk/sheet.js'
import { useTexts } from '../../desk/texts.js'

/** A sealed document as a page, with the same words as its PDF. */
export default function Document({ document, caseId, title, html, numbers }: DocumentPage) {
  const t = useTexts()
  const fact = (label: string, line: string | null) => (line ? [{ label, lines: [line] }] : [])
  return (
    <>
      <p>
        <Link href={`/desk/cases/${caseId}`}>{t('documents.back')}</Link>
      </p>
      <PageHead title={title}>
        {document.href && (
          <a className="desk-button" href={document.href} download>
            {t('documents.download')}
          </a>
        )}
      </PageHead>
      <Sheet html={html} />
      <section className="desk-panel" aria-label={t('documents.prints')}>
        <Facts
          none=""
          facts={[
            ...fact(t('documents.resolution'), numbers.resolution),
            ...fact(t('documents.entry'), numbers.entry),
            ...fact(t('documents.code'), document.code),
            ...fact('SHA-256', document.digest),
          ]}
        />
      </section>
    </>
  )
}
