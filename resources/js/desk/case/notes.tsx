import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { CasePageProps } from '#desk/types'
import { useTexts } from '../texts.js'
import { useWritten, WrittenText } from '../written_text.js'

/** What colleagues wrote down, and one more. */
export function Notes({ notes, line }: Pick<CasePageProps, 'notes' | 'line'>) {
  const t = useTexts()
  const [text, write] = useState('')
  const [fault, tell] = useState<string | null>(null)
  const { box, submit } = useWritten(text, {
    missing: () => tell(t('notes.empty')),
    send: () =>
      router.post(
        `/desk/cases/${line.id}/notes`,
        { text },
        { preserveScroll: true, onSuccess: () => write('') }
      ),
  })
  const change = (value: string) => {
    write(value)
    tell(null)
  }
  return (
    <section className="desk-panel" aria-labelledby="notes">
      <h2 id="notes">{t('notes.title')}</h2>
      <form onSubmit={submit}>
        <WrittenText
          label={t('notes.label')}
          value={text}
          maxLength={4000}
          fault={fault}
          box={box}
          onChange={change}
        />
        <Button type="submit" className="desk-button">
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
