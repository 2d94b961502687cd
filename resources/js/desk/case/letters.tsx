import type { CasePageProps } from '#desk/types'
import { type Texts, useTexts } from '../texts.js'
import { NOTICE_TONES, NOTIFICATION_TONES } from '../tones.js'

/** Formal notifications with what became of them, and courtesy notices. */
export function Letters({ notifications, notices }: Pick<CasePageProps, 'notifications' | 'notices'>) {
  const t = useTexts()
  return (
    <>
      <h3>{t('letters.notifications')}</h3>
      {notifications.length === 0 && <p className="desk-quiet">{t('letters.noNotifications')}</p>}
      <ul className="desk-papers">
        {notifications.map(({ id, subject, state, words, at, until, actedAt, delivery }) => (
          <li key={id}>
            <div>
              <strong>{subject}</strong>
              <small className="desk-under">{t('letters.available', { when: at.text })}</small>
              {(delivery.length > 0 ? delivery : [whenOf({ until, actedAt }, t)]).map((line) => (
                <small key={line} className="desk-under">
                  {line}
                </small>
              ))}
            </div>
            <span className={`desk-tag desk-tag--${NOTIFICATION_TONES[state] ?? 'info'}`}>{words}</span>
          </li>
        ))}
      </ul>
      <h3>{t('letters.notices')}</h3>
      {notices.length === 0 && <p className="desk-quiet">{t('letters.noNotices')}</p>}
      <ul className="desk-papers">
        {notices.map(({ id, subject, recipient, state, words, at }) => (
          <li key={id}>
            <div>
              <strong>{subject}</strong>
              <small className="desk-under">
                {recipient} · {at.text}
              </small>
            </div>
            <span className={`desk-tag desk-tag--${NOTICE_TONES[state] ?? 'quiet'}`}>{words}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

const whenOf = (
  { until, actedAt }: Pick<CasePageProps['notifications'][number], 'until' | 'actedAt'>,
  t: Texts
): string => {
  if (actedAt) return t('letters.acted', { when: actedAt.text })
  return until ? t('letters.until', { when: until.text }) : t('letters.onPaper')
}
