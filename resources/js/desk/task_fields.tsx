import type { TaskPageProps } from '#desk/domain/task_page'
import { useTexts } from './texts.js'

/** What a task asks, page by page, in the theme that citizens see. */
export function TaskFields({ parts: [first, ...others] }: Pick<TaskPageProps, 'parts'>) {
  const t = useTexts()
  if (!first) return <p>{t('task.asksNothing')}</p>
  return (
    <>
      {first.lead && <p>{first.lead}</p>}
      <div dangerouslySetInnerHTML={{ __html: first.html }} />
      {others.map(({ title, lead, visibleWhen, html }) => (
        <section key={title} data-visible-when={visibleWhen ?? undefined}>
          <h2>{title}</h2>
          {lead && <p>{lead}</p>}
          <div dangerouslySetInnerHTML={{ __html: html }} />
        </section>
      ))}
    </>
  )
}
