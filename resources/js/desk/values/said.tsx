import type { SaidVersion } from '#desk/domain/values_page'
import { useTexts } from '../texts.js'

/** What holds while it does: one figure, or a row for each key or bracket. */
export function Said({ version, columns }: { version: SaidVersion; columns: string[] }) {
  const t = useTexts()
  const caption = [version.when, version.article, version.own ? '' : t('values.ofThePack')]
    .filter(Boolean)
    .join(' · ')
  const [only] = version.rows
  if (only && version.rows.length === 1 && only.keys.length === 0)
    return (
      <p className="desk-said">
        <strong>{only.value || t('values.nothing')}</strong> <span className="desk-under">{caption}</span>
      </p>
    )
  return (
    <table className="desk-table desk-rates">
      <caption>{caption}</caption>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
          <th scope="col">{t('values.figure')}</th>
        </tr>
      </thead>
      <tbody>
        {version.rows.map((row, at) => (
          <tr key={at}>
            {row.keys.map((key, column) => (
              <td key={column}>{key}</td>
            ))}
            <td>
              {row.value}
              {row.article && <span className="desk-under">{row.article}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
