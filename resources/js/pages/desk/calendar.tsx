import { Link, router } from '@inertiajs/react'
import { Button } from 'react-aria-components'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { AddDay } from '../../desk/calendar/add_day.js'
import { RemoveDay } from '../../desk/calendar/remove_day.js'
import { DeskTable } from '../../desk/desk_table.js'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

export default function Calendar(page: CalendarPage) {
  const t = useTexts()
  const { year, loaded, days, source, beyond } = page
  return (
    <>
      <PageHead title={t('calendar.title', { year: String(year) })} />
      <p className="desk-hint">{t('calendar.lead')}</p>
      {beyond.map(({ year: missing, words, href }) => (
        <p key={missing} className="desk-flash desk-flash--danger">
          {words}{' '}
          {missing !== year && <Link href={href}>{t('calendar.toYear', { year: String(missing) })}</Link>}
        </p>
      ))}
      <Views
        label={t('calendar.years')}
        views={page.years.map((one) => ({
          ...one,
          name: one.loaded ? one.year : t('calendar.notLoaded', { year: String(one.year) }),
        }))}
      />
      {loaded ? (
        <>
          {source && <p className="desk-quiet">{t('calendar.source', { source })}</p>}
          <Days {...page} />
        </>
      ) : (
        <section className="desk-panel">
          <p>{t('calendar.none', { year: String(year) })}</p>
          <Button
            className="desk-button desk-button--primary"
            onPress={() => router.post(`/desk/calendar/${year}`)}
          >
            {t('calendar.load', { year: String(year) })}
          </Button>
        </section>
      )}
      {loaded && days.length > 0 && !days.some(({ local }) => local) && (
        <p className="desk-flash desk-flash--info">{t('calendar.noLocal')}</p>
      )}
      {loaded && <AddDay key={days.length} {...page} />}
    </>
  )
}

const COLUMNS = ['day', 'name', 'scope', 'remove'] as const

function Days({ year, days }: CalendarPage) {
  const t = useTexts()
  return (
    <DeskTable
      label={t('calendar.title', { year: String(year) })}
      columns={COLUMNS.map((id) => ({ id, name: t(`calendar.columns.${id}`) }))}
      rows={days.map((one) => ({
        id: one.day.iso,
        cells: [
          <span>
            <time dateTime={one.day.iso}>{one.day.text}</time>
            <small className="desk-under">{one.weekday}</small>
          </span>,
          <span>{one.name}</span>,
          <span>{one.scope}</span>,
          one.local ? <RemoveDay year={year} day={one} /> : <span>{t('calendar.notOurs')}</span>,
        ],
      }))}
    />
  )
}
