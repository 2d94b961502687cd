import { type ReadList, withList } from '#deadlines/index'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { useTexts } from '../texts.js'
import { useDeskPage } from '../use_desk_page.js'

/** What was read, what can't be, and what the calendar would have more and less. */
export function Preview({
  read,
  current,
  usual,
}: { read: ReadList } & Pick<CalendarPage, 'current' | 'usual'>) {
  const t = useTexts()
  const { lang } = useDeskPage().props
  const after = withList(current, read, usual)
  const missingIn = (others: CalendarPage['current']) => {
    const known = new Set(others.map(({ day }) => day))
    return ({ day }: { day: string }) => !known.has(day)
  }
  const listed = (days: CalendarPage['current']) =>
    days.map(
      ({ day, scope, name }) => `${day} ${name[lang] ?? name['es']} (${t(`calendar.scopes.${scope}`)})`
    )
  const parts = [
    ['added', listed(after.filter(missingIn(current)))],
    ['removed', listed(current.filter(missingIn(after)))],
  ] as const
  return (
    <>
      {read.faults.map(({ line, code, text }, index) => (
        <p key={index} className="desk-flash desk-flash--danger">
          {t(`calendar.list.faults.${code}`, { line, text })}
        </p>
      ))}
      <p>{t('calendar.list.read', { days: read.days.length })}</p>
      {parts.map(([part, days]) => (
        <div key={part}>
          <p>{t(`calendar.list.${part}`, { days: days.length })}</p>
          {days.length > 0 && (
            <ul>
              {days.map((one) => (
                <li key={one}>{one}</li>
              ))}
            </ul>
          )}
        </div>
      ))}
    </>
  )
}
