import { Link } from '@inertiajs/react'
import type { SignaturesPage } from '#desk/domain/signatures_page'
import { DeskTable } from '../desk_table.js'
import { useTexts } from '../texts.js'
import { Tick } from '../tick.js'
import { SIGNING_TONES } from '../tones.js'
import { Under } from '../under.js'

const COLUMNS = ['document', 'case', 'office', 'at', 'state'] as const

type Line = SignaturesPage['lines'][number]

/** Documents of a tray; those that wait can be chosen once they were read. */
export function TrayTable(props: {
  label: string
  lines: Line[]
  chosen?: string[]
  choose?(chosen: string[]): void
}) {
  const t = useTexts()
  const { label, lines, chosen, choose } = props
  const columns = choose ? ([...COLUMNS, 'choose'] as const) : COLUMNS
  const tick = ({ title, case: held, chosen: what }: Line) => {
    if (!what || !choose || !chosen) return <span className="desk-quiet">{t('signatures.unread')}</span>
    return (
      <Tick
        name={t('signatures.choose', { title, number: held.number })}
        ticked={chosen.includes(what)}
        onTick={(ticked) => choose(ticked ? [...chosen, what] : chosen.filter((one) => one !== what))}
      />
    )
  }
  return (
    <DeskTable
      label={label}
      columns={columns.map((id) => ({ id, name: t(`signatures.columns.${id}`) }))}
      rows={lines.map((line) => ({
        id: line.id,
        cells: [
          <Link href={line.href}>{line.title}</Link>,
          <Under text={line.case.subject}>
            {line.case.href ? <Link href={line.case.href}>{line.case.number}</Link> : line.case.number}
          </Under>,
          line.office,
          <time dateTime={line.at.iso}>{line.at.text}</time>,
          <span className={`desk-tag desk-tag--${SIGNING_TONES[line.state] ?? 'quiet'}`}>{line.words}</span>,
          ...(choose ? [tick(line)] : []),
        ],
      }))}
    />
  )
}
