import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { SignaturePage } from '#desk/domain/signatures_page'
import { DialogButton } from '../dialog.js'
import { ReasonForm } from '../reason_form.js'
import { DialogActions } from '../dialog_actions.js'
import { useTexts } from '../texts.js'
import { ConfirmText } from './confirm_text.js'

/** What whoever's turn it is can do with what they have read. */
export function SignOrRefuse({ id, title, read }: Pick<SignaturePage, 'id' | 'title' | 'read'>) {
  const t = useTexts()
  const [sending, send] = useState(false)
  const path = `/desk/signatures/${id}`
  const sign = (close: () => void) => {
    send(true)
    router.post(`${path}/signature`, { read }, { onFinish: () => (send(false), close()) })
  }
  return (
    <div className="desk-actions">
      <DialogButton
        text={t('signatures.sign')}
        title={t('signatures.confirm.title', { title })}
        tone="primary"
      >
        {(close) => (
          <>
            <ConfirmText text={t('signatures.confirm.text')} />
            <DialogActions close={close}>
              <Button
                className="desk-button desk-button--primary"
                isDisabled={sending}
                onPress={() => sign(close)}
              >
                {t('signatures.sign')}
              </Button>
            </DialogActions>
          </>
        )}
      </DialogButton>
      <DialogButton text={t('signatures.refuse')} title={t('signatures.refuseTitle', { title })}>
        {(close) => (
          <ReasonForm
            to={`${path}/refusal`}
            more={{ read }}
            label={t('signatures.reason')}
            hint={t('signatures.reasonHint')}
            missing={t('signatures.refusals.no_reason')}
            send={t('signatures.refuse')}
            close={close}
          />
        )}
      </DialogButton>
    </div>
  )
}
