import { Link } from '@inertiajs/react'
import { type ReactNode, useEffect } from 'react'
import type { TaskPageProps } from '#desk/domain/task_page'
import { countCharacters } from '../office/character_count.js'
import { focusErrorSummary } from '../office/error_summary.js'
import { revealQuestions } from '../office/reveal.js'
import { sendOnce } from '../office/send_once.js'
import { DueDate } from './due.js'
import { Sheet } from './sheet.js'
import { TaskFields } from './task_fields.js'
import { ConfirmOrMend } from './confirm_or_mend.js'
import { useTexts } from './texts.js'

/** What a task asks. It posts as a plain form does, so that it needs nothing of this page's scripts; they add comforts. */
export function TaskForm(page: TaskPageProps) {
  const t = useTexts()
  const { line, task, parts, errorSummary } = page
  useEffect(() => {
    focusErrorSummary(document)
    countCharacters(document)
    revealQuestions(document)
  }, [])
  const title = parts[0]?.title ?? task.title
  return (
    <section className="desk-panel desk-task">
      <div dangerouslySetInnerHTML={{ __html: errorSummary }} />
      {title !== task.title && <p className="desk-quiet">{task.title}</p>}
      <h1>{title}</h1>
      {task.due && <DueDate due={task.due} />}
      {page.otherLanguage && <p className="desk-flash desk-flash--info">{page.otherLanguage}</p>}
      <Form {...page}>
        <TaskFields parts={parts} />
        <div className="desk-actions">
          <button type="submit" className="desk-button desk-button--primary">
            {t('task.complete')}
          </button>
          <Link href={`/desk/cases/${line.id}`} className="desk-button">
            {t('cancel')}
          </Link>
        </div>
      </Form>
    </section>
  )
}

/** What the answers would have sealed, to be read before it is. The answers stay in the form, out of sight. */
export function TaskAhead(page: TaskPageProps) {
  const t = useTexts()
  return (
    <section className="desk-panel desk-task">
      <p className="desk-quiet">{page.task.title}</p>
      <h1>{t('task.ahead.title')}</h1>
      <p>{t('task.ahead.lead')}</p>
      {page.ahead.map((html, at) => (
        <Sheet key={at} html={html} />
      ))}
      <Form {...page}>
        <div hidden>
          <TaskFields parts={page.parts} />
        </div>
        <ConfirmOrMend confirm={t('task.ahead.confirm')} mend={t('task.ahead.mend')} />
      </Form>
    </section>
  )
}

function Form({ task, csrf, children }: TaskPageProps & { children: ReactNode }) {
  useEffect(() => sendOnce(document), [])
  return (
    <form method="post" action={`/desk/tasks/${task.id}`} noValidate data-send-once data-whole-form>
      <input type="hidden" name="_csrf" value={csrf} />
      {children}
    </form>
  )
}
