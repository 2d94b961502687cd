import { Link } from '@inertiajs/react'
import type { CaseDocumentLine } from '#desk/types'
import { DialogButton } from '../dialog.js'
import { DialogActions } from '../dialog_actions.js'
import { useTexts } from '../texts.js'

/** The documents of a case; whoever takes a file that nobody has scanned is warned first. */
export function Documents({ documents }: { documents: CaseDocumentLine[] }) {
  const t = useTexts()
  if (documents.length === 0) return <p className="desk-quiet">{t('documents.none')}</p>
  return (
    <ul className="desk-papers">
      {documents.map((document) => (
        <li key={document.id}>
          <div>
            <Name document={document} />
            {document.page && (
              <Link className="desk-under" href={document.page}>
                {t('documents.read')}
                <span className="desk-hidden">: {document.name}</span>
              </Link>
            )}
            <small className="desk-under">
              {[document.origin, document.size, document.at.text].filter(Boolean).join(' · ')}
            </small>
            {document.scan && document.scan !== 'clean' && (
              <span className={`desk-tag desk-tag--${document.href ? 'caution' : 'danger'}`}>
                {t(`documents.scan.${document.scan}`)}
              </span>
            )}
          </div>
          <details>
            <summary>
              {t('documents.prints')}
              <span className="desk-hidden"> {document.name}</span>
            </summary>
            <dl className="desk-facts">
              <div>
                <dt>{t('documents.type')}</dt>
                <dd>{document.mediaType}</dd>
              </div>
              {document.digest && (
                <div>
                  <dt>SHA-256</dt>
                  <dd className="desk-code">{document.digest}</dd>
                </div>
              )}
              {document.code && (
                <div>
                  <dt>{t('documents.code')}</dt>
                  <dd className="desk-code">{document.code}</dd>
                </div>
              )}
            </dl>
          </details>
        </li>
      ))}
    </ul>
  )
}

function Name({ document: { name, href, scan } }: { document: CaseDocumentLine }) {
  const t = useTexts()
  if (!href) return <strong>{name}</strong>
  if (scan !== 'not_scanned')
    return (
      <a href={href} download>
        {name}
      </a>
    )
  return (
    <DialogButton text={name} title={t('documents.warning.title')} tone="link">
      {(close) => (
        <>
          <p>{t('documents.warning.text', { name })}</p>
          <DialogActions close={close}>
            <a
              className="desk-button desk-button--danger"
              href={`${href}?unscanned=accepted`}
              download
              onClick={close}
            >
              {t('documents.warning.go')}
            </a>
          </DialogActions>
        </>
      )}
    </DialogButton>
  )
}
