import type { TaskPageProps } from '#desk/domain/task_page'
import { PostForm } from './post_form.js'
import { Reason } from './reason.js'
import { useTexts } from './texts.js'

/** What can be reported of a task, in place of its answer or beside it; not there where nothing hears of it. */
export function TaskReport({ task, csrf, reports }: TaskPageProps) {
  const t = useTexts()
  if (reports.offered.length === 0) return null
  return (
    <section className="desk-panel" aria-labelledby="report">
      <h2 id="report">{t('task.report.title')}</h2>
      <p className="desk-hint">{t('task.report.lead')}</p>
      <PostForm action={`/desk/tasks/${task.id}/reports`} csrf={csrf} hidden={{ report: reports.id }}>
        <fieldset className="desk-ticks">
          <legend>{t('task.report.what')}</legend>
          {reports.offered.map(({ value, label, hint, chosen }) => (
            <p key={value}>
              <label>
                <input type="radio" name="heardBy" value={value} defaultChecked={chosen} /> {label}
                <span className="desk-under">{hint}</span>
              </label>
            </p>
          ))}
        </fieldset>
        <Reason
          id="report_reason"
          label={t('task.report.reason')}
          hint={t('incidents.reasonHint')}
          text=""
          fault={null}
        />
        <div className="desk-actions">
          <button type="submit" className="desk-button">
            {t('task.report.send')}
          </button>
        </div>
      </PostForm>
    </section>
  )
}
