import type { ValuePage } from '#desk/domain/values_page'
import { Options } from '../options.js'
import { useTexts } from '../texts.js'

type Row = ValuePage['typed']['rows'][number]

/** A rate as a table: a line for each key or bracket, its figure, and an article of its own where it has one. */
export function Rows({ seam, typed, faults }: Pick<ValuePage, 'seam' | 'typed' | 'faults'>) {
  const t = useTexts()
  const heads =
    seam.kind === 'brackets'
      ? [t(seam.below ? 'values.below' : 'values.upTo', { what: seam.columns[0]?.title ?? '' })]
      : seam.columns.map(({ title }) => title)
  const figure = [t('values.figure'), seam.unit && `(${seam.unit})`].filter(Boolean).join(' ')
  return (
    <table className="desk-table desk-rates desk-rates--typed">
      <caption className="desk-visually-hidden">{seam.title}</caption>
      <thead>
        <tr>
          {[...heads, figure, t('values.ownArticle')].map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {typed.rows.map((row, at) => (
          <tr key={at}>
            {seam.kind === 'brackets' ? (
              <Cell name={`rows.${at}.limit`} label={heads[0]!} at={at} value={row.limit} faults={faults} />
            ) : (
              seam.columns.map((column, k) => (
                <Key key={k} row={row} at={at} k={k} column={column} any={seam.options} faults={faults} />
              ))
            )}
            <Cell name={`rows.${at}.value`} label={figure} at={at} value={row.value} faults={faults} figure />
            <Cell
              name={`rows.${at}.article`}
              label={t('values.ownArticle')}
              at={at}
              value={row.article}
              faults={faults}
            />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** `rows.2.value`, as a form posts it. */
const posted = (name: string) =>
  name.split('.').reduce((all, part, at) => (at === 0 ? part : `${all}[${part}]`), '')

interface CellGiven {
  name: string
  label: string
  at: number
  value: string
  faults: ValuePage['faults']
  figure?: boolean
}

function useCell({ name, label, at, faults }: Omit<CellGiven, 'value' | 'figure'>) {
  const t = useTexts()
  const fault = faults[name]
  return {
    fault,
    props: {
      id: name,
      name: posted(name),
      className: 'desk-input',
      'aria-label': t('values.cell', { label, row: at + 1 }),
      ...(fault && { 'aria-invalid': true, 'aria-describedby': `${name}-fault` }),
    },
  }
}

const Fault = ({ name, fault }: { name: string; fault: string | undefined }) =>
  fault ? (
    <span id={`${name}-fault`} className="desk-error">
      {fault}
    </span>
  ) : null

function Cell({ figure = false, ...given }: CellGiven) {
  const { fault, props } = useCell(given)
  return (
    <td data-label={given.label}>
      <input
        {...props}
        defaultValue={given.value}
        autoComplete="off"
        {...(figure && { inputMode: 'decimal' as const, size: 10 })}
      />
      <Fault name={given.name} fault={fault} />
    </td>
  )
}

function Key(given: {
  row: Row
  at: number
  k: number
  column: ValuePage['seam']['columns'][number]
  any: ValuePage['seam']['options']
  faults: ValuePage['faults']
}) {
  const { row, at, k, column, any, faults } = given
  const name = `rows.${at}.when.${k}`
  const { fault, props } = useCell({ name, label: column.title, at, faults })
  const value = row.when[k] ?? ''
  const t = useTexts()
  const known = column.options.length > 0
  return (
    <td data-label={column.title}>
      {known || value === any[0]?.value ? (
        <select {...props} defaultValue={value}>
          <option value="">{t('values.choose')}</option>
          <Options options={[...column.options, ...any]} />
        </select>
      ) : (
        <input {...props} defaultValue={value} autoComplete="off" size={12} />
      )}
      <Fault name={name} fault={fault} />
    </td>
  )
}
