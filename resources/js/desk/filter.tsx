import { router } from '@inertiajs/react'
import { useState, type FormEvent } from 'react'
import { Button, Input, Label, TextField } from 'react-aria-components'
import { useTexts } from './texts.js'

interface Box<Name extends string> {
  name: Name
  label: string
  type: 'text' | 'date'
}

/** Narrows a list by what is typed; what of the filter has no box, and `more`, go along. */
export function Filter<Name extends string>(props: {
  path: string
  filter: Record<Name, string>
  boxes: Box<Name>[]
  more?: Record<string, string>
}) {
  const t = useTexts()
  const [asked, ask] = useState(props.filter)
  const send = (event: FormEvent) => {
    event.preventDefault()
    const given = Object.entries<string>(asked).filter(([, value]) => value)
    router.get(props.path, { ...props.more, ...Object.fromEntries(given) }, { preserveState: true })
  }
  return (
    <form className="desk-toolbar" role="search" onSubmit={send}>
      {props.boxes.map(({ name, label, type }) => (
        <TextField
          key={name}
          type={type as 'text'}
          value={asked[name]}
          onChange={(value) => ask({ ...asked, [name]: value })}
          maxLength={60}
        >
          <Label>{label}</Label>
          <Input />
        </TextField>
      ))}
      <Button type="submit" className="desk-button">
        {t('search.go')}
      </Button>
    </form>
  )
}
