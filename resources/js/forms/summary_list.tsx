import { Fragment } from 'react'
import type { SummaryRow, Translate } from '#forms/view'

export interface SummaryList {
  rows: SummaryRow[]
  t: Translate
  /** Where an answer is changed; null for one that can't be. */
  change?(row: SummaryRow): string | null
}

/** Questions and answers for reading, each with a link to change it. */
export function SummaryList({ rows, t, change }: SummaryList) {
  return (
    <dl className="govuk-summary-list">
      {rows.map((row) => {
        const href = change?.(row)
        return (
          <div
            className={
              href ? 'govuk-summary-list__row' : 'govuk-summary-list__row govuk-summary-list__row--no-actions'
            }
            key={row.name}
          >
            <dt className="govuk-summary-list__key">{row.label}</dt>
            <dd className="govuk-summary-list__value">
              {row.lines.length === 0 ? t('forms.words.unanswered') : <Lines lines={row.lines} />}
            </dd>
            {href && (
              <dd className="govuk-summary-list__actions">
                <a className="govuk-link" href={href}>
                  {t('forms.page.change')}
                  <span className="govuk-visually-hidden"> {row.label}</span>
                </a>
              </dd>
            )}
          </div>
        )
      })}
    </dl>
  )
}

const Lines = ({ lines }: { lines: string[] }) =>
  lines.map((line, index) => (
    <Fragment key={index}>
      {index > 0 && <br />}
      {line}
    </Fragment>
  ))
