import { Input, Label, TextField } from 'react-aria-components'
import type { CalendarPage } from '#desk/domain/calendar_page'

type Code = CalendarPage['nameLanguages'][number]['code']

/** A name in each language; in Spanish it must be there, and stands for the others. */
export function Names(props: {
  languages: CalendarPage['nameLanguages']
  label(language: string): string
  given: Record<Code, string>
  set(code: Code): (value: string) => void
}) {
  return props.languages.map(({ code, name }) => (
    <TextField
      key={code}
      isRequired={code === 'es'}
      maxLength={100}
      value={props.given[code]}
      onChange={props.set(code)}
    >
      <Label>{props.label(name)}</Label>
      <Input />
    </TextField>
  ))
}
