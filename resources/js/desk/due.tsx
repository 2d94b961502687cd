import type { Due } from '#desk/types'

/** How near a legal date is, in words first; the colour only repeats them. */
export function DueDate({ due }: { due: Due }) {
  return (
    <span className={`desk-due desk-due--${due.tone}`}>
      {due.words}
      {due.day && (
        <small>
          <time dateTime={due.day.iso}>{due.day.text}</time>
        </small>
      )}
      {due.note && <small className="desk-due__note">{due.note}</small>}
    </span>
  )
}
