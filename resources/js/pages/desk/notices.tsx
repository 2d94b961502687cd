import { Link } from '@inertiajs/react'
import type { NoticesPage } from '#desk/types'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { useTexts } from '../../desk/texts.js'
import { NOTICE_TONES } from '../../desk/tones.js'

export default function Notices({ notices, next, first }: NoticesPage) {
  const t = useTexts()
  const columns = ['subject', 'recipient', 'at', 'state'] as const
  return (
    <>
      <PageHead title={t('notices.title')} />
      <p className="desk-hint">{t('notices.lead')}</p>
      {notices.length === 0 ? (
        <p className="desk-panel desk-empty">{t('notices.none')}</p>
      ) : (
        <div className="desk-scroll">
          <table className="desk-table desk-table--cards" role="table" aria-label={t('notices.title')}>
            <thead role="rowgroup">
              <tr role="row">
                {columns.map((name) => (
                  <th key={name} role="columnheader" scope="col">
                    {t(`notices.columns.${name}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody role="rowgroup">
              {notices.map(({ id, subject, recipient, state, words, at }) => (
                <tr key={id} role="row">
                  <td role="cell">
                    <Link href={`/desk/notices/${id}`}>{subject}</Link>
                  </td>
                  <td role="cell" data-label={t('notices.columns.recipient')}>
                    <span>{recipient}</span>
                  </td>
                  <td role="cell" data-label={t('notices.columns.at')}>
                    <time dateTime={at.iso}>{at.text}</time>
                  </td>
                  <td role="cell" data-label={t('notices.columns.state')}>
                    <span className={`desk-tag desk-tag--${NOTICE_TONES[state] ?? 'quiet'}`}>{words}</span>
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      <Pages first={first} next={next} />
    </>
  )
}
