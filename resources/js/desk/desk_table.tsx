import type { ReactNode } from 'react'

interface Props {
  label: string
  /** Each with its name; what a card says beside its cell is the name, too. */
  columns: { id: string; name: string }[]
  rows: { id: string; cells: ReactNode[] }[]
}

/** A table, or cards where the window is narrow (the roles stay those of a table). The first cell heads its card. */
export const DeskTable = ({ label, columns, rows }: Props) => (
  <div className="desk-scroll">
    <table className="desk-table desk-table--cards" role="table" aria-label={label}>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map(({ id, name }) => (
            <th key={id} role="columnheader" scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map(({ id, cells }) => (
          <tr key={id} role="row">
            {cells.map((cell, place) => (
              <td
                key={columns[place]!.id}
                role="cell"
                data-label={place > 0 ? columns[place]!.name : undefined}
              >
                {cell}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  </div>
)
