import { router } from '@inertiajs/react'
import { useId, useState, type FormEvent } from 'react'
import { Button } from 'react-aria-components'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { Elsewhere } from './elsewhere.js'
import { Names } from './names.js'
import { Picker } from '../picker.js'
import { useTexts } from '../texts.js'

type Props = Pick<CalendarPage, 'seats' | 'offices' | 'regions' | 'nameLanguages'>

/** The other places whose closed days count, and which bodies and units sit there (Law 39/2015, art. 30.6). */
export function Offices({ seats, offices, regions, nameLanguages }: Props) {
  const t = useTexts()
  const id = useId()
  return (
    <section className="desk-panel" aria-labelledby={id}>
      <h2 id={id}>{t('calendar.seats.title')}</h2>
      <p>{t('calendar.seats.lead')}</p>
      {seats.length > 1 && <Elsewhere seats={seats} offices={offices} />}
      <AddSeat key={seats.length} regions={regions} nameLanguages={nameLanguages} />
    </section>
  )
}

const NOTHING = { es: '', ca: '', en: '', region: '' }

function AddSeat({ regions, nameLanguages }: Pick<Props, 'regions' | 'nameLanguages'>) {
  const t = useTexts()
  const [given, give] = useState(NOTHING)
  const set = (name: keyof typeof NOTHING) => (value: string) => give({ ...given, [name]: value })
  const send = (event: FormEvent) => {
    event.preventDefault()
    router.post('/desk/seats', given, { preserveState: true })
  }
  return (
    <form onSubmit={send} className="desk-form">
      <h3>{t('calendar.seats.add')}</h3>
      <Names
        languages={nameLanguages}
        label={(language) => t('calendar.seats.nameIn', { language })}
        given={given}
        set={set}
      />
      <Picker
        label={t('calendar.seats.region')}
        none={t('calendar.seats.noRegion')}
        options={regions}
        value={given.region}
        onChange={set('region')}
      />
      <div className="desk-actions">
        <Button type="submit" className="desk-button">
          {t('calendar.seats.go')}
        </Button>
      </div>
    </form>
  )
}
