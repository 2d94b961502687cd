import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { useTexts } from '../texts.js'

/** Takes a letter out of the tray that need not be posted any more: its addressee has opened it (Law 39/2015, art. 41.7). */
export function PutAside({ id, subject }: { id: string; subject: string }) {
  const t = useTexts()
  const [sending, send] = useState(false)
  const press = () => {
    send(true)
    router.post(
      `/desk/letters/${id}/setting-aside`,
      {},
      { preserveScroll: true, onFinish: () => send(false) }
    )
  }
  return (
    <Button
      className="desk-button desk-button--primary"
      aria-label={t('posted.putAsideOf', { subject })}
      isDisabled={sending}
      onPress={press}
    >
      {t('posted.putAside')}
    </Button>
  )
}
