import { Link } from '@inertiajs/react'
import type { IncidentsPage } from '#desk/domain/incidents_page'
import { DeskTable } from '../desk_table.js'
import { useTexts } from '../texts.js'

type Lines = IncidentsPage['messages']

/** Which cases wait for a message, and which messages for a case: what does not meet is seen here. */
export function Messages({ awaited, kept }: Lines) {
  const t = useTexts()
  if (awaited.length + kept.length === 0) return null
  const columns = (ids: string[]) => ids.map((id) => ({ id, name: t(`incidents.messages.columns.${id}`) }))
  return (
    <section className="desk-panel" aria-labelledby="messages">
      <h2 id="messages">{t('incidents.messages.title')}</h2>
      <p className="desk-hint">{t('incidents.messages.lead')}</p>
      {kept.length > 0 && (
        <>
          <h3>{t('incidents.messages.kept')}</h3>
          <DeskTable
            label={t('incidents.messages.kept')}
            columns={columns(['name', 'from', 'sentAt', 'until'])}
            rows={kept.map(({ id, name, case: sender, sentAt, expiresAt }) => ({
              id,
              cells: [
                name,
                sender ? <Case {...sender} /> : t('incidents.messages.outside'),
                <time dateTime={sentAt.iso}>{sentAt.text}</time>,
                <time dateTime={expiresAt.iso}>{expiresAt.text}</time>,
              ],
            }))}
          />
        </>
      )}
      {awaited.length > 0 && (
        <>
          <h3>{t('incidents.messages.awaited')}</h3>
          <DeskTable
            label={t('incidents.messages.awaited')}
            columns={columns(['name', 'case', 'element', 'since'])}
            rows={awaited.map(({ id, name, case: waiting, element, since }) => ({
              id,
              cells: [
                name,
                <Case {...waiting} />,
                element,
                since ? <time dateTime={since.iso}>{since.text}</time> : '',
              ],
            }))}
          />
        </>
      )}
    </section>
  )
}

const Case = ({ id, number }: Lines['awaited'][number]['case']) => {
  const t = useTexts()
  return <Link href={`/desk/cases/${id}`}>{number || t('versions.unnumbered')}</Link>
}
