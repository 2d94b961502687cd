import { router } from '@inertiajs/react'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { Button } from 'react-aria-components'
import { DialogButton } from '../dialog.js'
import { ReasonForm } from '../reason_form.js'
import { DialogActions } from '../dialog_actions.js'
import { useTexts } from '../texts.js'

/** Opens a closed day again; of one that has begun the reason is asked. */
export function RemoveDay({
  year,
  seat,
  day,
}: Pick<CalendarPage, 'year' | 'seat'> & { day: CalendarPage['days'][number] }) {
  const t = useTexts()
  const to = `/desk/calendar/${year}/days/${day.day.iso}/removal`
  const title = t('calendar.removeOf', { day: day.day.text, name: day.name })
  return (
    <DialogButton text={t('calendar.remove')} title={title} label={title}>
      {(close) =>
        day.begun ? (
          <ReasonForm
            to={to}
            more={{ seat }}
            label={t('calendar.why')}
            hint={t('calendar.whyHint')}
            missing={t('calendar.noReason')}
            send={t('calendar.remove')}
            close={close}
          />
        ) : (
          <>
            <p>{t('calendar.recounts')}</p>
            <DialogActions close={close}>
              <Button
                className="desk-button desk-button--primary"
                onPress={() => router.post(to, { seat }, { onFinish: close, preserveScroll: true })}
              >
                {t('calendar.remove')}
              </Button>
            </DialogActions>
          </>
        )
      }
    </DialogButton>
  )
}
