import { Link } from '@inertiajs/react'
import type { RegistryPage } from '#desk/domain/registry_page'
import { DeskTable } from './desk_table.js'
import { useTexts } from './texts.js'
import { Under } from './under.js'

const COLUMNS = ['number', 'recordedAt', 'heading', 'party', 'addressee', 'documents'] as const

/** Entries of a book. */
export function BookTable({ label, entries }: { label: string } & Pick<RegistryPage, 'entries'>) {
  const t = useTexts()
  return (
    <DeskTable
      label={label}
      columns={COLUMNS.map((id) => ({ id, name: t(`registry.columns.${id}`) }))}
      rows={entries.map((entry) => ({
        id: entry.id,
        cells: [
          <span className="desk-number">
            {entry.caseHref ? <Link href={entry.caseHref}>{entry.number}</Link> : entry.number}
          </span>,
          <Under text={entry.effective && t('registry.effective', { date: entry.effective.text })}>
            <time dateTime={entry.at.iso}>{entry.at.text}</time>
          </Under>,
          <Under text={entry.caseNumber && t('registry.inCase', { number: entry.caseNumber })}>
            {entry.heading}
          </Under>,
          <Under text={entry.identifier}>{entry.party}</Under>,
          <Under text={entry.sender && t('registry.sentBy', { sender: entry.sender })}>
            {entry.addressee}
          </Under>,
          <span>{entry.documents}</span>,
        ],
      }))}
    />
  )
}
