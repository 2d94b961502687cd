import { Link } from '@inertiajs/react'
import type { RegistryPage } from '#desk/domain/registry_page'
import { useTexts } from './texts.js'

const COLUMNS = ['number', 'recordedAt', 'heading', 'party', 'addressee', 'documents'] as const

/** Entries of a book, as a table, or as cards where the window is narrow. */
export function BookTable({ label, entries }: { label: string } & Pick<RegistryPage, 'entries'>) {
  const t = useTexts()
  const name = (column: string) => t(`registry.columns.${column}`)
  return (
    <div className="desk-scroll">
      <table className="desk-table desk-table--cards" role="table" aria-label={label}>
        <thead role="rowgroup">
          <tr role="row">
            {COLUMNS.map((column) => (
              <th key={column} role="columnheader" scope="col">
                {name(column)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup">
          {entries.map((entry) => (
            <tr key={entry.id} role="row">
              <td role="cell" className="desk-number">
                {entry.caseHref ? <Link href={entry.caseHref}>{entry.number}</Link> : entry.number}
              </td>
              <td role="cell" data-label={name('recordedAt')}>
                <span>
                  <time dateTime={entry.at.iso}>{entry.at.text}</time>
                  <small className="desk-under">
                    {t('registry.effective', { date: entry.effective.text })}
                  </small>
                </span>
              </td>
              <td role="cell" data-label={name('heading')}>
                <span>{entry.heading}</span>
              </td>
              <td role="cell" data-label={name('party')}>
                <span>
                  {entry.party}
                  <small className="desk-under">{entry.identifier}</small>
                </span>
              </td>
              <td role="cell" data-label={name('addressee')}>
                <span>
                  {entry.addressee}
                  {entry.sender && (
                    <small className="desk-under">{t('registry.sentBy', { sender: entry.sender })}</small>
                  )}
                </span>
              </td>
              <td role="cell" data-label={name('documents')}>
                <span>{entry.documents}</span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
