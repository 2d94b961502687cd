import { Link } from '@inertiajs/react'
import type { LettersPage } from '#desk/domain/letters_page'
import { DueDate } from '../../desk/due.js'
import { PutAside } from '../../desk/letters/put_aside.js'
import { RecordDelivery } from '../../desk/letters/record_delivery.js'
import { TakeBack } from '../../desk/letters/take_back.js'
import { PageHead } from '../../desk/page_head.js'
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
  const { subject, addressee, address, case: held, document, at, due, silent, opened, returned } = letter
  const possible = results.filter(({ value }) => (value === 'published') === (returned !== null))
  return (
    <section className="desk-panel" aria-label={`${subject} ${held.number}`}>
      <div className="desk-page-head">
        <h2>{subject}</h2>
        <div className="desk-actions">
          {opened ? (
            <PutAside id={letter.id} subject={subject} />
          ) : (
            <>
              <RecordDelivery letter={letter} results={possible} />
              {!returned && <TakeBack letter={letter} />}
            </>
          )}
        </div>
      </div>
      <p>
        {[addressee, ...address].map((line) => (
          <span key={line} className="desk-under">
            {line}
          </span>
        ))}
      </p>
      {opened && <p className="desk-flash desk-flash--info">{t('posted.opened', { when: opened.text })}</p>}
      {!opened && !returned && !silent && (
        <p>
          {t('posted.postBy')} <DueDate due={due} />
        </p>
      )}
      {!opened && !returned && silent && (
        <p className="desk-flash desk-flash--danger">{t('posted.silent', { day: silent.text })}</p>
      )}
      {returned && (
        <p>
          {returned.join(' · ')}
          {!opened && <span className="desk-under">{t('posted.publish')}</span>}
        </p>
      )}
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
