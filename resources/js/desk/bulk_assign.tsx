import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { Option } from '#desk/types'
import { Picker } from './picker.js'
import { useTexts } from './texts.js'

/** Hands the chosen cases out: to oneself, to a colleague, to nobody. */
export function BulkAssign(props: { ids: string[]; officers: Option[]; returnTo: string; onDone(): void }) {
  const t = useTexts()
  const [officer, pick] = useState('')
  const send = (to: string) =>
    router.post(
      '/desk/assignments',
      { cases: props.ids, officer: to, return: props.returnTo },
      { preserveScroll: true, onSuccess: props.onDone }
    )
  return (
    <div className="desk-toolbar desk-bulk" role="group" aria-label={t('assign.label')}>
      <p aria-live="polite">
        <strong>{t('assign.chosen', { count: props.ids.length })}</strong>
      </p>
      <Button className="desk-button desk-button--primary" onPress={() => send('me')}>
        {t('assign.toMe')}
      </Button>
      <Picker
        label={t('assign.to')}
        none={t('assign.nobody')}
        options={props.officers}
        value={officer}
        onChange={pick}
      />
      <Button className="desk-button" onPress={() => send(officer)}>
        {t('assign.go')}
      </Button>
    </div>
  )
}
