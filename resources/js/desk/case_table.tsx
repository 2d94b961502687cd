import { useTable, type RowSelectionState } from '@tanstack/react-table'
import { useMemo } from 'react'
import type { CaseLine } from '#desk/types'
import { caseColumns, features } from './case_columns.js'
import { useTexts } from './texts.js'

/** Which cases are chosen, by id. */
export type Chosen = RowSelectionState

/** A list of cases: a table, or cards where the window is narrow (the roles stay those of a table). */
export function CaseTable(props: {
  label: string
  cases: CaseLine[]
  chosen?: Chosen
  onChoose?(chosen: Chosen): void
}) {
  const t = useTexts()
  const { chosen, onChoose } = props
  const columns = useMemo(() => caseColumns(t, onChoose !== undefined), [t, onChoose === undefined])
  const table = useTable({
    features,
    columns,
    data: props.cases,
    getRowId: ({ id }) => id,
    state: { rowSelection: chosen ?? {} },
    onRowSelectionChange: (change) =>
      onChoose?.(typeof change === 'function' ? change(chosen ?? {}) : change),
  })
  return (
    <div className="desk-scroll">
      <table className="desk-table desk-table--cards" role="table" aria-label={props.label}>
        <thead role="rowgroup">
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} role="row">
              {group.headers.map((header) => (
                <th
                  key={header.id}
                  role="columnheader"
                  scope="col"
                  className={`desk-table__${header.column.id}`}
                >
                  <table.FlexRender header={header} />
                </th>
              ))}
            </tr>
          ))}
        </thead>
        <tbody role="rowgroup">
          {table.getRowModel().rows.map((row) => (
            <tr key={row.id} role="row" data-selected={row.getIsSelected() || undefined}>
              {row.getAllCells().map((cell) => (
                <td
                  key={cell.id}
                  role="cell"
                  className={`desk-table__${cell.column.id}`}
                  data-label={labelOf(cell.column.columnDef.header)}
                >
                  <table.FlexRender cell={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const labelOf = (header: unknown): string | undefined => (typeof header === 'string' ? header : undefined)
