import { Head, Link } from '@inertiajs/react'
import type { TaskPageProps } from '#desk/domain/task_page'
import { Answers } from '../../desk/case/answers.js'
import { Documents } from '../../desk/case/documents.js'
import { DueDate } from '../../desk/due.js'
import { TaskAhead, TaskForm } from '../../desk/task_form.js'
import { TaskReport } from '../../desk/task_report.js'
import { useTexts } from '../../desk/texts.js'

export default function Task(page: TaskPageProps) {
  const t = useTexts()
  const { line, task } = page
  return (
    <>
      <Head title={[page.failed && t('task.error'), task.title, line.number].filter(Boolean).join(' · ')} />
      <p>
        <Link href={`/desk/cases/${line.id}`}>{t('task.back', { number: line.number })}</Link>
      </p>
      {task.withdrawn && (
        <p className="desk-flash desk-flash--danger">
          <Link href={task.withdrawn.href}>{task.withdrawn.words}</Link>
        </p>
      )}
      {page.late && <p className="desk-flash desk-flash--info">{page.late}</p>}
      {page.returned && <p className="desk-flash desk-flash--danger">{page.returned}</p>}
      <div className="desk-case">
        <div>
          {page.refused ? (
            <section className="desk-panel">
              <h1>{task.title}</h1>
              <p>{t(`task.refused.${page.refused}`, { role: task.role, number: page.decided ?? '' })}</p>
            </section>
          ) : page.ahead.length > 0 ? (
            <TaskAhead {...page} />
          ) : (
            <TaskForm {...page} />
          )}
          {!page.refused && page.ahead.length === 0 && <TaskReport {...page} />}
        </div>
        <div className="desk-beside">
          <section className="desk-panel" aria-labelledby="case">
            <h2 id="case">
              <span className="desk-number">{line.number}</span> {line.subject}
            </h2>
            <p>{[line.procedure, line.applicant, line.phase].filter(Boolean).join(' · ')}</p>
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
