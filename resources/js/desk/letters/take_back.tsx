import type { LettersPage } from '#desk/domain/letters_page'
import { DialogButton } from '../dialog.js'
import { ReasonForm } from '../reason_form.js'
import { useTexts } from '../texts.js'

/** Takes a letter out of what is to be posted: its act must not be notified any more (Law 39/2015, arts. 24.3 and 73.3). */
export function TakeBack({ letter: { id, subject } }: { letter: LettersPage['letters'][number] }) {
  const t = useTexts()
  return (
    <DialogButton text={t('posted.takeBack')} title={t('posted.takeBackOf', { subject })}>
      {(close) => (
        <ReasonForm
          to={`/desk/letters/${id}/taking-back`}
          label={t('posted.reason')}
          hint={t('posted.reasonHint')}
          missing={t('posted.refusals.no_reason')}
          send={t('posted.takeBack')}
          close={close}
        />
      )}
    </DialogButton>
  )
}
