import { Link, router } from '@inertiajs/react'
import { Button } from 'react-aria-components'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { AddDay } from '../../desk/calendar/add_day.js'
import { ImportList } from '../../desk/calendar/import_list.js'
import { Offices } from '../../desk/calendar/offices.js'
import { RemoveDay } from '../../desk/calendar/remove_day.js'
import { DeskTable } from '../../desk/desk_table.js'
import { PageHead } from '../../desk/page_head.js'
import { useTexts } from '../../desk/texts.js'
import { Views } from '../../desk/views.js'

export default function Calendar(page: CalendarPage) {
  const t = useTexts()
  const { year, loaded, source, beyond, seat, seats, unpublished } = page
  const [here] = seats.filter(({ current }) => current)
  const title = t('calendar.title', { year: String(year) })
  return (
    <>
      <PageHead title={seat ? `${title} · ${here?.name}` : title} />
      <p className="desk-hint">{t(seat ? 'calendar.leadOfSeat' : 'calendar.lead')}</p>
      {beyond.map(({ words, href, to }) => (
        <p key={words} className="desk-flash desk-flash--danger">
          {words} {href && <Link href={href}>{to}</Link>}
        </p>
      ))}
      {unpublished && beyond.length === 0 && (
        <p className="desk-flash desk-flash--info">
          {t('calendar.unpublished', { year: String(unpublished.year) })}{' '}
          {unpublished.year !== year && (
            <Link href={unpublished.href}>{t('calendar.toYear', { year: String(unpublished.year) })}</Link>
          )}
        </p>
      )}
      {seats.length > 1 && (
        <Views
          label={t('calendar.seats.label')}
          views={seats.map(({ name, href, current }) => ({ name, href, current }))}
        />
      )}
      <Views
        label={t('calendar.years')}
        views={page.years.map((one) => ({
          ...one,
          name: one.loaded ? one.year : t('calendar.notLoaded', { year: String(one.year) }),
        }))}
      />
      {loaded ? (
        <>
          {source ? (
            <p className="desk-quiet">{t('calendar.source', { source })}</p>
          ) : (
            <p className="desk-flash desk-flash--info">{t('calendar.unconfirmed')}</p>
          )}
          <Days {...page} />
        </>
      ) : (
        <section className="desk-panel">
          <p>{t('calendar.none', { year: String(year) })}</p>
          <Button
            className="desk-button desk-button--primary"
            onPress={() => router.post(`/desk/calendar/${year}`, { seat })}
          >
            {t('calendar.load', { year: String(year) })}
          </Button>
        </section>
      )}
      {page.noLocal && <p className="desk-flash desk-flash--info">{t('calendar.noLocal')}</p>}
      {loaded && <AddDay key={`add ${year} ${seat} ${page.days.length}`} {...page} />}
      <ImportList key={`list ${year} ${seat} ${page.days.length}`} {...page} />
      <Offices {...page} />
    </>
  )
}

const COLUMNS = ['day', 'name', 'scope', 'remove'] as const

function Days({ year, seat, days }: CalendarPage) {
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
          <span>
            {one.name}
            {one.byHand && <small className="desk-under">{one.byHand}</small>}
          </span>,
          <span>{one.scope}</span>,
          one.mine ? <RemoveDay year={year} seat={seat} day={one} /> : <span>{t('calendar.notOurs')}</span>,
        ],
      }))}
    />
  )
}
