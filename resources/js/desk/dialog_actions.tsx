import type { ReactNode } from 'react'
import { Button } from 'react-aria-components'
import { useTexts } from './texts.js'

/** What a dialog ends with: to leave it as it is, and what it is there for. */
export function DialogActions({ close, children }: { close(): void; children: ReactNode }) {
  const t = useTexts()
  return (
    <div className="desk-actions">
      <Button className="desk-button" onPress={close}>
        {t('cancel')}
      </Button>
      {children}
    </div>
  )
}
