import { Head, Link } from '@inertiajs/react'
import { useEffect } from 'react'
import type { TaskPageProps } from '#desk/types'
import { Answers } from '../../desk/case/answers.js'
import { Documents } from '../../desk/case/documents.js'
import { DueDate } from '../../desk/due.js'
import { useTexts } from '../../desk/texts.js'
import { countCharacters } from '../../office/character_count.js'
import { focusErrorSummary } from '../../office/error_summary.js'
import { revealQuestions } from '../../office/reveal.js'
import { sendOnce } from '../../office/send_once.js'

export default function Task(page: TaskPageProps) {
  const t = useTexts()
  const { line, task } = page
  return (
    <>
      <Head title={[page.failed && t('task.error'), task.title, line.number].filter(Boolean).join(' · ')} />
      <p>
        <Link href={`/desk/cases/${line.id}`}>{t('task.back', { number: line.number })}</Link>
      </p>
      <div className="desk-case">
        <div>
          {page.refused ? (
            <section className="desk-panel">
              <h1>{task.title}</h1>
              <p>{t(`task.refused.${page.refused}`, { role: task.role })}</p>
            </section>
          ) : (
            <TaskForm {...page} />
          )}
        </div>
        <div className="desk-beside">
          <section className="desk-panel" aria-labelledby="case">
            <h2 id="case">
              <span className="desk-number">{line.number}</span> {line.subject}
            </h2>
            <p>
              {line.applicant} · {line.phase}
            </p>
            <DueDate due={line.due} />
          </section>
          <section className="desk-panel" aria-labelledby="filed">
            <h2 id="filed">{t('case.parts.data')}</h2>
            <Answers answers={page.answers} />
          </section>
          <section className="desk-panel" aria-labelledby="papers">
            <h2 id="papers">{t('task.documents')}</h2>
            <Documents documents={page.documents} />
          </section>
        </div>
      </div>
    </>
  )
}

/** Posts as a plain form does, so that it needs nothing of this page's scripts; they only add comforts. */
function TaskForm({ line, task, parts, errorSummary, csrf }: TaskPageProps) {
  const t = useTexts()
  useEffect(() => {
    focusErrorSummary(document)
    countCharacters(document)
    revealQuestions(document)
    sendOnce(document)
  }, [])
  const [first, ...others] = parts
  return (
    <section className="desk-panel desk-task">
      <div dangerouslySetInnerHTML={{ __html: errorSummary }} />
      {first && first.title !== task.title && <p className="desk-quiet">{task.title}</p>}
      <h1>{first?.title ?? task.title}</h1>
      {task.due && <DueDate due={task.due} />}
      <form method="post" action={`/desk/tasks/${task.id}`} noValidate data-send-once>
        <input type="hidden" name="_csrf" value={csrf} />
        {first?.lead && <p>{first.lead}</p>}
        {first && <div dangerouslySetInnerHTML={{ __html: first.html }} />}
        {others.map(({ title, lead, html }) => (
          <section key={title}>
            <h2>{title}</h2>
            {lead && <p>{lead}</p>}
            <div dangerouslySetInnerHTML={{ __html: html }} />
          </section>
        ))}
        {parts.length === 0 && <p>{t('task.asksNothing')}</p>}
        <div className="desk-actions">
          <button type="submit" className="desk-button desk-button--primary">
            {t('task.complete')}
          </button>
          <Link href={`/desk/cases/${line.id}`} className="desk-button">
            {t('cancel')}
          </Link>
        </div>
      </form>
    </section>
  )
}
