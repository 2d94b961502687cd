import { Link, router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import type { LettersPage } from '#desk/domain/letters_page'
import { DialogButton } from '../../desk/dialog.js'
import { PageHead } from '../../desk/page_head.js'
import { Picker } from '../../desk/picker.js'
import { useTexts } from '../../desk/texts.js'

type Letter = LettersPage['letters'][number]

export default function Letters({ letters, results }: LettersPage) {
  const t = useTexts()
  return (
    <>
      <PageHead title={t('posted.title')} />
      <p className="desk-hint">{t('posted.lead')}</p>
      {letters.length === 0 && <p className="desk-panel desk-empty">{t('posted.none')}</p>}
      {letters.map((letter) => (
        <OneLetter key={letter.id} letter={letter} results={results} />
      ))}
    </>
  )
}

function OneLetter({ letter, results }: { letter: Letter; results: LettersPage['results'] }) {
  const t = useTexts()
  const { subject, addressee, address, case: held, document, at, returned } = letter
  const possible = results.filter(({ value }) => (value === 'published') === (returned !== null))
  return (
    <section className="desk-panel" aria-label={`${subject} ${held.number}`}>
      <div className="desk-page-head">
        <h2>{subject}</h2>
        <Record letter={letter} results={possible} />
      </div>
      <p>
        {[addressee, ...address].map((line) => (
          <span key={line} className="desk-under">
            {line}
          </span>
        ))}
      </p>
      {returned && <p>{t('posted.returned', { when: returned.text })}</p>}
      <p className="desk-quiet">
        <time dateTime={at.iso}>{at.text}</time>
        {' · '}
        <Link href={`/desk/cases/${held.id}`}>{held.number}</Link>
        {' · '}
        <a href={document}>{t('posted.print')}</a>
      </p>
    </section>
  )
}

function Record({ letter, results }: { letter: Letter; results: LettersPage['results'] }) {
  const t = useTexts()
  const [result, choose] = useState(results[0]!.value)
  const [on, date] = useState('')
  const id = `on-${letter.id}`
  return (
    <DialogButton text={t('posted.record')} title={t('posted.recordOf', { subject: letter.subject })}>
      {(close) => (
        <>
          <Picker label={t('posted.result')} options={results} value={result} onChange={choose} />
          <div className="desk-field">
            <label htmlFor={id}>{t('posted.on')}</label>
            <input
              id={id}
              type="date"
              className="desk-input"
              value={on}
              onChange={({ target }) => date(target.value)}
            />
          </div>
          <p className="desk-hint">{t('posted.hint')}</p>
          <div className="desk-actions">
            <Button className="desk-button" onPress={close}>
              {t('cancel')}
            </Button>
            <Button
              className="desk-button desk-button--primary"
              isDisabled={on === ''}
              onPress={() =>
                router.post(`/desk/letters/${letter.id}/delivery`, { result, on }, { onFinish: close })
              }
            >
              {t('posted.record')}
            </Button>
          </div>
        </>
      )}
    </DialogButton>
  )
}
