import { Checkbox } from 'react-aria-components'

/** A box to tick whose name is read out; `shown` is what is written beside it where rows are cards. */
export function Tick(props: {
  name: string
  shown?: string
  ticked: boolean
  some?: boolean
  onTick(ticked: boolean): void
}) {
  return (
    <Checkbox
      aria-label={props.name}
      isSelected={props.ticked}
      isIndeterminate={props.some ?? false}
      onChange={props.onTick}
    >
      <span className="indicator" aria-hidden="true">
        {props.some ? '–' : props.ticked ? '✓' : ''}
      </span>
      {props.shown && <span className="desk-hidden desk-tick">{props.shown}</span>}
    </Checkbox>
  )
}
