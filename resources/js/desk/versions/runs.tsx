import { Link } from '@inertiajs/react'
import type { RunLine } from '#desk/domain/versions_page'
import { DeskTable } from '../desk_table.js'
import { useTexts } from '../texts.js'

const COLUMNS = ['what', 'at', 'state', 'moved', 'restored', 'stays'] as const

/** What has been carried out, and what goes on. */
export function Runs({ label, runs }: { label: string; runs: RunLine[] }) {
  const t = useTexts()
  return (
    <DeskTable
      label={label}
      columns={COLUMNS.map((id) => ({ id, name: t(`versions.columns.${id}`) }))}
      rows={runs.map(({ id, what, at, running, state, moved, restored, stays }) => ({
        id,
        cells: [
          <Link href={`/desk/runs/${id}`} aria-label={`${what}, ${at.text}`}>
            {what}
          </Link>,
          <time dateTime={at.iso}>{at.text}</time>,
          <span className={`desk-tag desk-tag--${running ? 'success' : 'quiet'}`}>{state}</span>,
          ...[moved, restored, stays].map(String),
        ],
      }))}
    />
  )
}
