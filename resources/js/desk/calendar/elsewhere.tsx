import { router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button } from 'react-aria-components'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { Picker } from '../picker.js'
import { useTexts } from '../texts.js'

/** Which bodies and units sit where; one at a time is moved. */
export function Elsewhere({ seats, offices }: Pick<CalendarPage, 'seats' | 'offices'>) {
  const t = useTexts()
  const [id, pick] = useState(offices[0]?.id ?? '')
  const chosen = offices.find((one) => one.id === id)
  const [seat, move] = useState(chosen?.seat ?? '')
  const names = new Map(seats.map((one) => [one.seat, one.name]))
  const away = offices.filter((one) => one.seat !== '')
  const send = (event: FormEvent) => {
    event.preventDefault()
    if (chosen) router.post('/desk/seats/offices', { of: chosen.of, id, seat }, { preserveScroll: true })
  }
  return (
    <form onSubmit={send} className="desk-form">
      <h3>{t('calendar.seats.elsewhere')}</h3>
      {away.length > 0 && (
        <ul>
          {away.map((one) => (
            <li key={one.id}>
              {t('calendar.seats.sits', { name: one.name, seat: names.get(one.seat) ?? '' })}
            </li>
          ))}
        </ul>
      )}
      <Picker
        label={t('calendar.seats.office')}
        options={offices.map(({ id: value, name }) => ({ value, label: name }))}
        value={id}
        onChange={(value) => {
          pick(value)
          move(offices.find((one) => one.id === value)?.seat ?? '')
        }}
      />
      <Picker
        label={t('calendar.seats.where')}
        options={seats.map(({ seat: value, name }) => ({ value, label: name }))}
        value={seat}
        onChange={move}
      />
      <div className="desk-actions">
        <Button type="submit" className="desk-button">
          {t('calendar.seats.save')}
        </Button>
      </div>
    </form>
  )
}
