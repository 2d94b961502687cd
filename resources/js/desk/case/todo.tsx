import { Link } from '@inertiajs/react'
import type { CasePageProps } from '#desk/types'
import { DueDate } from '../due.js'
import { useTexts } from '../texts.js'

/** What waits to be done; steps that may be begun stand in a panel of their own. */
export function Todo({
  tasks,
  working,
  line,
  beside,
  parts,
}: Pick<CasePageProps, 'tasks' | 'working' | 'line' | 'beside' | 'parts'>) {
  const t = useTexts()
  const awaited = beside.related.filter((one) => one.awaited)
  const nothing = tasks.length + line.letters.length === 0
  if (nothing && awaited.length === 0 && parts.length > 0) return null
  return (
    <section className="desk-panel desk-panel--todo" aria-labelledby="todo">
      <h2 id="todo">{t('case.todo')}</h2>
      {nothing && (
        <p className="desk-quiet">
          {t(line.closed ? 'case.closed' : working ? 'case.working' : 'case.nothingToDo')}
        </p>
      )}
      {awaited.map(({ id, number, procedure }) => (
        <p key={id}>
          {t('case.waitsForCase')} <Link href={`/desk/cases/${id}`}>{number}</Link>
          <small className="desk-under">{procedure}</small>
        </p>
      ))}
      <ul className="desk-list">
        {line.letters.map((words) => (
          <li key={words}>
            <Link href="/desk/letters">{words}</Link>
          </li>
        ))}
        {tasks.map((task) => (
          <li key={task.id}>
            {task.mine ? (
              <Link href={`/desk/tasks/${task.id}`} className="desk-button desk-button--primary">
                {task.title}
              </Link>
            ) : (
              <strong>{task.title}</strong>
            )}
            <small className="desk-under">{t('case.role', { role: task.role })}</small>
            {task.withdrawn && <p className="desk-flash desk-flash--danger">{task.withdrawn.words}</p>}
            {task.due && <DueDate due={task.due} />}
          </li>
        ))}
      </ul>
    </section>
  )
}
