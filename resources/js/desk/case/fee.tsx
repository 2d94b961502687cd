import type { FeeShown } from '#desk/domain/case_money'
import { useTexts } from '../texts.js'

/** A fee line by line, with the article of each, and what was reckoned on the way. */
export function Fee({ fee, label }: { fee: FeeShown; label: string }) {
  const t = useTexts()
  return (
    <>
      <div className="desk-scroll">
        <table className="desk-table" aria-label={label}>
          <thead>
            <tr>
              <th scope="col">{t('money.line')}</th>
              <th scope="col">{t('payments.columns.amount')}</th>
            </tr>
          </thead>
          <tbody>
            {fee.lines.map(({ label: name, reckoned, article, amount }) => (
              <tr key={name}>
                <td>
                  {name}
                  {[reckoned, article].filter(Boolean).map((text) => (
                    <small key={text} className="desk-under">
                      {text}
                    </small>
                  ))}
                </td>
                <td>{amount}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('money.total')}</th>
              <td>
                <strong>{fee.total}</strong>
              </td>
            </tr>
          </tfoot>
        </table>
      </div>
      {fee.late && <p>{fee.late}</p>}
      {fee.values.length > 0 && (
        <details>
          <summary>{t('money.reckoning')}</summary>
          <dl className="desk-facts">
            {fee.values.map(({ label: name, value, article }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {value}
                  {article && <small className="desk-under">{article}</small>}
                </dd>
              </div>
            ))}
          </dl>
        </details>
      )}
    </>
  )
}
