import type { CasePageProps } from '#desk/types'
import { DueDate } from '../due.js'
import { useTexts } from '../texts.js'

/** What happens to the case by itself, seen before it does. */
export function Coming({ coming }: Pick<CasePageProps, 'coming'>) {
  const t = useTexts()
  if (coming.length === 0) return null
  return (
    <section className="desk-panel" aria-labelledby="coming">
      <h2 id="coming">{t('case.coming')}</h2>
      <ol className="desk-list">
        {coming.map(({ title, due, notes }, index) => (
          <li key={index}>
            <strong>{title}</strong>
            {due && (
              <div>
                <DueDate due={due} />
              </div>
            )}
            {notes.map((note) => (
              <small key={note} className="desk-under">
                {note}
              </small>
            ))}
          </li>
        ))}
      </ol>
    </section>
  )
}
