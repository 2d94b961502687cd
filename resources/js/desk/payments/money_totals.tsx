import { useTexts } from '../texts.js'

interface Total {
  name: string
  /** Null where it is no sum of lines. */
  count: number | null
  amount: string
}

/** What the days shown come to, line by line. */
export function MoneyTotals({ totals, of }: { totals: Total[]; of: string }) {
  const t = useTexts()
  return (
    <div className="desk-scroll">
      <table className="desk-table" aria-label={t('payments.totals')}>
        <thead>
          <tr>
            <th scope="col">{of}</th>
            {[t('payments.columns.count'), t('payments.columns.amount')].map((column) => (
              <th key={column} scope="col" className="desk-table__number">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {totals.map(({ name, count, amount }) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td className="desk-table__number">{count}</td>
              <td className="desk-table__number">{amount}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
