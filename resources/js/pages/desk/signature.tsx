import { Link } from '@inertiajs/react'
import type { SignaturePage } from '#desk/domain/signatures_page'
import { Circuit } from '../../desk/circuit.js'
import { PageHead } from '../../desk/page_head.js'
import { Sheet } from '../../desk/sheet.js'
import { SignOrRefuse } from '../../desk/signatures/sign_or_refuse.js'
import { useTexts } from '../../desk/texts.js'
import { SIGNING_TONES } from '../../desk/tones.js'

/** A document to read, and to sign or refuse beside it. */
export default function Signature(page: SignaturePage) {
  const t = useTexts()
  const { title, case: held, circuit, asks } = page
  return (
    <>
      <p>
        <Link href="/desk/signatures">{t('signatures.back')}</Link>
      </p>
      <PageHead title={title} />
      <p className="desk-state">
        <span className={`desk-tag desk-tag--${SIGNING_TONES[circuit.state] ?? 'info'}`}>
          {circuit.words}
        </span>
        <span>
          {held.href ? <Link href={held.href}>{held.number}</Link> : held.number} · {held.subject} ·{' '}
          {held.applicant}
        </span>
      </p>
      <div className="desk-case">
        <Sheet html={page.html} />
        <div className="desk-case__side desk-case__side--after">
          <section className="desk-panel desk-panel--todo" aria-labelledby="circuit">
            <h2 id="circuit">{t('signatures.circuit')}</h2>
            {page.drafter && <p className="desk-quiet">{t('signatures.drafter', { name: page.drafter })}</p>}
            <Circuit circuit={circuit} />
            <p>
              <a href={page.pdf}>{t(page.signed ? 'signatures.document' : 'signatures.pdf')}</a>
            </p>
            {asks && <p>{t('signatures.asks', asks)}</p>}
            {asks && <SignOrRefuse key={page.read} {...page} />}
          </section>
        </div>
      </div>
    </>
  )
}
