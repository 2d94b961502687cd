import { useRef, type FormEvent, type RefObject } from 'react'
import { FieldError, Label, Text, TextArea, TextField } from 'react-aria-components'

/** A text without which nothing is sent: the button stays a button, and says what is missing. */
export function WrittenText(props: {
  label: string
  hint?: string
  value: string
  maxLength: number
  /** What is missing; null while nothing is. */
  fault: string | null
  box: RefObject<HTMLTextAreaElement | null>
  onChange(value: string): void
}) {
  const { label, hint, value, maxLength, fault, box, onChange } = props
  return (
    <TextField
      value={value}
      onChange={onChange}
      maxLength={maxLength}
      isInvalid={fault !== null}
      validationBehavior="aria"
    >
      <Label>{label}</Label>
      {hint && <Text slot="description">{hint}</Text>}
      <TextArea rows={3} ref={box} />
      <FieldError>{fault}</FieldError>
    </TextField>
  )
}

/** Sends what is written; without a word in it, tells what is missing and goes there. */
export function useWritten(text: string, { missing, send }: { missing(): void; send(): void }) {
  const box = useRef<HTMLTextAreaElement>(null)
  const submit = (event: FormEvent) => {
    event.preventDefault()
    if (text.trim() !== '') return send()
    missing()
    box.current?.focus()
  }
  return { box, submit }
}
