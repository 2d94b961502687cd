import type { ReactNode } from 'react'

/** What a cell says, and below it in small what belongs to it. */
export const Under = ({ children, text }: { children: ReactNode; text: ReactNode }) => (
  <span>
    {children}
    {text && <small className="desk-under">{text}</small>}
  </span>
)
