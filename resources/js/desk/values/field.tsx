import type { ReactNode } from 'react'

interface Given {
  id: string
  label: string
  hint?: string | null
  fault?: string | undefined
  children(described: { id: string; 'aria-invalid'?: boolean; 'aria-describedby'?: string }): ReactNode
}

/** A field with its label, its hint and what is wrong with it, all told to whoever can't see them beside it. */
export function Field({ id, label, hint, fault, children }: Given) {
  const about = [hint && `${id}-hint`, fault && `${id}-fault`].filter(Boolean).join(' ')
  return (
    <div className="desk-field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <span id={`${id}-hint`} className="desk-hint">
          {hint}
        </span>
      )}
      {fault && (
        <span id={`${id}-fault`} className="desk-error">
          {fault}
        </span>
      )}
      {children({ id, ...(fault && { 'aria-invalid': true }), ...(about && { 'aria-describedby': about }) })}
    </div>
  )
}
