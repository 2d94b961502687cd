import { router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Label, TextArea, TextField } from 'react-aria-components'
import type { CasePageProps } from '#desk/types'
import { useTexts } from '../texts.js'

/** What colleagues wrote down, and one more. */
export function Notes({ notes, line }: Pick<CasePageProps, 'notes' | 'line'>) {
  const t = useTexts()
  const [text, write] = useState('')
  const add = (event: FormEvent) => {
    event.preventDefault()
    router.post(
      `/desk/cases/${line.id}/notes`,
      { text },
      { preserveScroll: true, onSuccess: () => write('') }
    )
  }
  return (
    <section className="desk-panel" aria-labelledby="notes">
      <h2 id="notes">{t('notes.title')}</h2>
      <form onSubmit={add}>
        <TextField value={text} onChange={write} maxLength={4000}>
          <Label>{t('notes.label')}</Label>
          <TextArea rows={3} />
        </TextField>
        <Button type="submit" className="desk-button" isDisabled={text.trim() === ''}>
          {t('notes.add')}
        </Button>
      </form>
      <ul className="desk-list">
        {notes.map(({ id, author, text: written, at }) => (
          <li key={id}>
            <p className="desk-written">{written}</p>
            <small className="desk-under">
              {author} · <time dateTime={at.iso}>{at.text}</time>
            </small>
          </li>
        ))}
      </ul>
    </section>
  )
}
