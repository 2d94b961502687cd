import { router } from '@inertiajs/react'
import { useId, useState, type ChangeEvent, type FormEvent } from 'react'
import { Button, Input, Label, Text, TextArea, TextField } from 'react-aria-components'
import { readList } from '#deadlines/index'
import type { CalendarPage } from '#desk/domain/calendar_page'
import { Picker } from '../picker.js'
import { Preview } from './preview.js'
import { useTexts } from '../texts.js'

const OTHERWISE = ['local', 'region', 'body'] as const

type Otherwise = (typeof OTHERWISE)[number]

type Props = Pick<CalendarPage, 'year' | 'seat' | 'current' | 'usual'>

/** What a bulletin published, pasted or out of a file: read at once, and loaded once it has been seen. */
export function ImportList({ year, seat, current, usual }: Props) {
  const t = useTexts()
  const id = useId()
  const [text, write] = useState('')
  const [source, name] = useState('')
  const [reason, give] = useState('')
  const [otherwise, choose] = useState<Otherwise>('local')
  const read = readList(text, { year, usual, otherwise })
  const ready = read.days.length > 0 && read.faults.length === 0
  const open = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const [file] = target.files ?? []
    if (file) write(await file.text())
  }
  const send = (event: FormEvent) => {
    event.preventDefault()
    const given = { text, source, reason, otherwise, seat }
    if (ready) router.post(`/desk/calendar/${year}/list`, given, { preserveScroll: true })
  }
  return (
    <section className="desk-panel" aria-labelledby={id}>
      <h2 id={id}>{t('calendar.list.title', { year: String(year) })}</h2>
      <p>{t('calendar.list.lead')}</p>
      <form onSubmit={send} className="desk-form">
        <TextField isRequired maxLength={200} value={source} onChange={name}>
          <Label>{t('calendar.list.source')}</Label>
          <Text slot="description">{t('calendar.list.sourceHint')}</Text>
          <Input />
        </TextField>
        <div className="desk-field">
          <label htmlFor={`${id}-file`}>{t('calendar.list.file')}</label>
          <input
            id={`${id}-file`}
            className="desk-input"
            type="file"
            accept=".csv,.ics,.txt,text/csv,text/calendar,text/plain"
            onChange={open}
          />
        </div>
        <TextField isRequired value={text} onChange={write}>
          <Label>{t('calendar.list.text')}</Label>
          <Text slot="description">{t('calendar.list.textHint')}</Text>
          <TextArea rows={6} />
        </TextField>
        <Picker
          label={t('calendar.list.otherwise')}
          options={OTHERWISE.filter((value) => value !== 'body' || seat !== '').map((value) => ({
            value,
            label: t(`calendar.scopes.${value}`),
          }))}
          value={otherwise}
          onChange={(value) => choose(value as Otherwise)}
        />
        <div aria-live="polite">
          {text.trim() !== '' && <Preview read={read} current={current} usual={usual} />}
        </div>
        <TextField maxLength={1000} value={reason} onChange={give}>
          <Label>{t('calendar.reason')}</Label>
          <Input />
        </TextField>
        <div className="desk-actions">
          <Button type="submit" className="desk-button desk-button--primary" isDisabled={!ready}>
            {t('calendar.list.load', { days: read.days.length })}
          </Button>
        </div>
      </form>
    </section>
  )
}
