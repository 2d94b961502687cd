import type { HistoryItem } from '#desk/types'

/** What happened, the newest first. */
export function History({ items }: { items: HistoryItem[] }) {
  return (
    <ol className="desk-history">
      {items.map(({ id, at, title, details, actor }) => (
        <li key={id}>
          <time dateTime={at.iso}>{at.text}</time>
          <div>
            <strong>{title}</strong>
            {details.length > 0 && <p>{details.join(' → ')}</p>}
            <small className="desk-under">{actor}</small>
          </div>
        </li>
      ))}
    </ol>
  )
}
