import { router } from '@inertiajs/react'
import { useId, useState, type FormEvent } from 'react'
import { Button, Input, Label, Text, TextField } from 'react-aria-components'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { Names } from './names.js'
import { Picker } from '../picker.js'
import { useTexts } from '../texts.js'

const NOTHING = { day: '', es: '', ca: '', en: '', scope: 'local', source: '', reason: '' }

/** One closed day more, of those that are set here; one that has begun needs a reason. */
export function AddDay({ year, seat, nameLanguages }: Pick<CalendarPage, 'year' | 'seat' | 'nameLanguages'>) {
  const t = useTexts()
  const id = useId()
  const [given, give] = useState(NOTHING)
  const set = (name: keyof typeof NOTHING) => (value: string) => give({ ...given, [name]: value })
  const send = (event: FormEvent) => {
    event.preventDefault()
    const options = { preserveState: true, preserveScroll: true }
    router.post(`/desk/calendar/${year}/days`, { ...given, seat }, options)
  }
  return (
    <section className="desk-panel" aria-labelledby={id}>
      <h2 id={id}>{t(seat ? 'calendar.addAt' : 'calendar.add')}</h2>
      <form onSubmit={send} className="desk-form">
        <TextField type={'date' as 'text'} isRequired value={given.day} onChange={set('day')}>
          <Label>{t('calendar.columns.day')}</Label>
          <Input min={`${year}-01-01`} max={`${year}-12-31`} />
        </TextField>
        <Names
          languages={nameLanguages}
          label={(language) => t('calendar.nameIn', { language })}
          given={given}
          set={set}
        />
        {seat !== '' && (
          <Picker
            label={t('calendar.columns.scope')}
            options={(['local', 'body'] as const).map((value) => ({
              value,
              label: t(`calendar.scopes.${value}`),
            }))}
            value={given.scope}
            onChange={set('scope')}
          />
        )}
        <TextField isRequired maxLength={200} value={given.source} onChange={set('source')}>
          <Label>{t('calendar.bySource')}</Label>
          <Text slot="description">{t('calendar.bySourceHint')}</Text>
          <Input />
        </TextField>
        <TextField maxLength={1000} value={given.reason} onChange={set('reason')}>
          <Label>{t('calendar.reason')}</Label>
          <Input />
        </TextField>
        <div className="desk-actions">
          <Button type="submit" className="desk-button desk-button--primary">
            {t('calendar.save')}
          </Button>
        </div>
      </form>
    </section>
  )
}
