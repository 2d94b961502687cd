import { Link } from '@inertiajs/react'
import type { NoticesPage } from '#desk/domain/notices_page'
import { DeskTable } from '../../desk/desk_table.js'
import { PageHead } from '../../desk/page_head.js'
import { Pages } from '../../desk/pages.js'
import { useTexts } from '../../desk/texts.js'
import { NOTICE_TONES } from '../../desk/tones.js'

const COLUMNS = ['subject', 'recipient', 'at', 'state'] as const

export default function Notices({ notices, next, first }: NoticesPage) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t('notices.title')} />
      <p className="desk-hint">{t('notices.lead')}</p>
      {notices.length === 0 ? (
        <p className="desk-panel desk-empty">{t('notices.none')}</p>
      ) : (
        <DeskTable
          label={t('notices.title')}
          columns={COLUMNS.map((id) => ({ id, name: t(`notices.columns.${id}`) }))}
          rows={notices.map(({ id, subject, recipient, state, words, at }) => ({
            id,
            cells: [
              <Link href={`/desk/notices/${id}`}>{subject}</Link>,
              <span>{recipient}</span>,
              <time dateTime={at.iso}>{at.text}</time>,
              <span className={`desk-tag desk-tag--${NOTICE_TONES[state] ?? 'quiet'}`}>{words}</span>,
            ],
          }))}
        />
      )}
      <Pages first={first} next={next} />
    </>
  )
}
