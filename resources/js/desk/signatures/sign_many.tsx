import { router } from '@inertiajs/react'
import { Button } from 'react-aria-components'
import { DialogButton } from '../dialog.js'
import { DialogActions } from '../dialog_actions.js'
import { useTexts } from '../texts.js'
import { ConfirmText } from './confirm_text.js'

/** Signs the chosen documents together, once it is confirmed. */
export function SignMany({ chosen, onDone }: { chosen: string[]; onDone(): void }) {
  const t = useTexts()
  const count = chosen.length
  return (
    <div className="desk-toolbar desk-bulk" role="group" aria-label={t('signatures.signMany')}>
      <p aria-live="polite">
        <strong>{t('signatures.chosen', { count })}</strong>
      </p>
      <DialogButton text={t('signatures.signMany')} title={t('signatures.signMany')} tone="primary">
        {(close) => (
          <>
            <ConfirmText text={t('signatures.many', { count })} />
            <DialogActions close={close}>
              <Button
                className="desk-button desk-button--primary"
                onPress={() => {
                  close()
                  router.post('/desk/signatures', { chosen }, { onFinish: onDone })
                }}
              >
                {t('signatures.sign')}
              </Button>
            </DialogActions>
          </>
        )}
      </DialogButton>
    </div>
  )
}
