import { router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import type { LettersPage } from '#desk/domain/letters_page'
import type { DeskProps } from '../shared_props.js'
import { DialogButton } from '../dialog.js'
import { Picker } from '../picker.js'
import { DialogActions } from '../dialog_actions.js'
import { useTexts } from '../texts.js'
import { MomentFields } from './moment_fields.js'

type Letter = LettersPage['letters'][number]

const NEVER = { on: '', hour: '' }

/** Writes down what became of a letter (Law 39/2015, arts. 42.2 and 44). */
export function RecordDelivery({ letter, results }: { letter: Letter; results: LettersPage['results'] }) {
  const t = useTexts()
  return (
    <DialogButton text={t('posted.record')} title={t('posted.recordOf', { subject: letter.subject })}>
      {(close) => <DeliveryForm letter={letter} results={results} close={close} />}
    </DialogButton>
  )
}

function DeliveryForm({
  letter,
  results,
  close,
}: {
  letter: Letter
  results: LettersPage['results']
  close(): void
}) {
  const t = useTexts()
  const [result, choose] = useState(results[0]!.value)
  const [first, setFirst] = useState(NEVER)
  const [last, setLast] = useState(NEVER)
  const [said, say] = useState({ receiver: '', relation: '', reference: '' })
  const [refusal, tell] = useState<string | null>(null)
  const twice = result === 'returned'
  const send = (event: FormEvent) => {
    event.preventDefault()
    const before = twice ? { firstOn: first.on, firstHour: first.hour } : {}
    router.post(
      `/desk/letters/${letter.id}/delivery`,
      { result, ...last, ...before, ...said },
      {
        preserveScroll: true,
        // What was written stays to be mended.
        onSuccess: (page: { props: unknown }) => {
          const { flash } = page.props as DeskProps
          if (flash?.tone === 'danger') tell(flash.text)
          else close()
        },
      }
    )
  }
  const text = (name: keyof typeof said, label: string) => (
    <TextField
      value={said[name]}
      maxLength={name === 'receiver' ? 200 : 100}
      onChange={(value) => say({ ...said, [name]: value })}
    >
      <Label>{label}</Label>
      <Input />
    </TextField>
  )
  return (
    <form onSubmit={send}>
      {refusal && (
        <p role="alert" className="desk-flash desk-flash--danger">
          {refusal}
        </p>
      )}
      <Picker label={t('posted.result')} options={results} value={result} onChange={choose} />
      {twice && <MomentFields legend={t('posted.first')} value={first} onChange={setFirst} />}
      <MomentFields
        legend={t(twice ? 'posted.second' : 'posted.when')}
        value={last}
        dayOnly={result === 'published'}
        onChange={setLast}
      />
      {twice && <p className="desk-hint">{t('posted.attempts')}</p>}
      {result === 'delivered' && text('receiver', t('posted.receiver'))}
      {result === 'delivered' && text('relation', t('posted.relation'))}
      {text('reference', t(result === 'published' ? 'posted.announcement' : 'posted.reference'))}
      <p className="desk-hint">{t('posted.hint')}</p>
      <DialogActions close={close}>
        <Button type="submit" className="desk-button desk-button--primary">
          {t('posted.record')}
        </Button>
      </DialogActions>
    </form>
  )
}
