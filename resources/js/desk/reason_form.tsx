import { router } from '@inertiajs/react'
import { useState } from 'react'
import { Button } from 'react-aria-components'
import { DialogActions } from './dialog_actions.js'
import { useWritten, WrittenText } from './written_text.js'

/** Asks in a dialog for the reason of what is done, and does it. */
export function ReasonForm(props: {
  /** Where it is posted to, as `reason`. */
  to: string
  /** What is posted with it. */
  more?: Record<string, string>
  label: string
  hint: string
  /** What is said where none was written. */
  missing: string
  send: string
  close(): void
}) {
  const [reason, write] = useState('')
  const [fault, tell] = useState<string | null>(null)
  const { box, submit } = useWritten(reason, {
    missing: () => tell(props.missing),
    send: () => router.post(props.to, { ...props.more, reason }, { onFinish: props.close }),
  })
  const change = (value: string) => {
    write(value)
    tell(null)
  }
  return (
    <form onSubmit={submit}>
      <WrittenText
        label={props.label}
        hint={props.hint}
        value={reason}
        maxLength={1000}
        fault={fault}
        box={box}
        onChange={change}
      />
      <DialogActions close={props.close}>
        <Button type="submit" className="desk-button desk-button--primary">
          {props.send}
        </Button>
      </DialogActions>
    </form>
  )
}
