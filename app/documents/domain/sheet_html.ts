import type { Block, Fact, Sheet } from '#documents/domain/sheet'

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] as string)
const lines = (text: string): string => escaped(text).replaceAll('\n', '<br>')

const factList = (facts: Fact[]): string =>
  `<dl class="govuk-summary-list">${facts
    .map(
      ({ label, value }) =>
        `<div class="govuk-summary-list__row"><dt class="govuk-summary-list__key">${escaped(label)}</dt><dd class="govuk-summary-list__value">${lines(value)}</dd></div>`
    )
    .join('')}</dl>`

const listHtml = ({ items, numbered }: Extract<Block, { kind: 'list' }>): string => {
  const [tag, look] = numbered ? ['ol', 'number'] : ['ul', 'bullet']
  return `<${tag} class="govuk-list govuk-list--${look}">${items.map((item) => `<li>${lines(item)}</li>`).join('')}</${tag}>`
}

/** The first column names its row. */
const tableHtml = ({ columns, rows }: Extract<Block, { kind: 'table' }>): string =>
  `<div class="fin-scroll" tabindex="0"><table class="govuk-table fin-rows"><thead class="govuk-table__head"><tr class="govuk-table__row">${columns
    .map(({ label }) => `<th scope="col" class="govuk-table__header">${escaped(label)}</th>`)
    .join('')}</tr></thead><tbody class="govuk-table__body">${rows
    .map(
      ([name = '', ...cells]) =>
        `<tr class="govuk-table__row"><th scope="row" class="govuk-table__header">${lines(name)}</th>${cells
          .map(
            (cell, at) =>
              `<td class="govuk-table__cell" data-label="${escaped(columns[at + 1]?.label ?? '')}">${lines(cell)}</td>`
          )
          .join('')}</tr>`
    )
    .join('')}</tbody></table></div>`

function blockHtml(block: Block, level: number): string {
  switch (block.kind) {
    case 'heading':
      return `<h${level} class="govuk-heading-m">${escaped(block.text)}</h${level}>`
    case 'paragraph':
      return `<p class="govuk-body">${lines(block.text)}</p>`
    case 'list':
      return listHtml(block)
    case 'facts':
      return block.facts.length ? factList(block.facts) : ''
    case 'highlight':
      return `<div class="govuk-inset-text"><p class="govuk-body govuk-!-margin-bottom-1">${escaped(block.label)}</p><p class="govuk-heading-l govuk-!-margin-bottom-4">${escaped(block.value)}</p>${factList(block.facts)}</div>`
    case 'table':
      return tableHtml(block)
    case 'attachments':
      return `<table class="govuk-table"><thead class="govuk-table__head"><tr class="govuk-table__row"><th scope="col" class="govuk-table__header">${escaped(block.columns.name)}</th><th scope="col" class="govuk-table__header govuk-table__header--numeric">${escaped(block.columns.size)}</th></tr></thead><tbody class="govuk-table__body">${block.rows
        .map(
          ({ name, size, digest }) =>
            `<tr class="govuk-table__row"><td class="govuk-table__cell fin-breakable">${escaped(name)}<br><small>${escaped(digest)}</small></td><td class="govuk-table__cell govuk-table__cell--numeric">${escaped(size)}</td></tr>`
        )
        .join('')}</tbody></table>`
    case 'signatures':
      return `<h${level} class="govuk-heading-m">${escaped(block.title)}</h${level}>${factList(
        block.rows.map(({ label, reason, signed }) => ({ label, value: [...signed, reason].join('\n') }))
      )}`
    case 'seal':
      return `<footer class="govuk-body-s"><p class="govuk-body-s govuk-!-font-weight-bold govuk-!-margin-bottom-1">${escaped(block.title)}</p>${block.lines
        .map((line) => `<p class="govuk-body-s govuk-!-margin-bottom-1">${escaped(line)}</p>`)
        .join('')}</footer>`
  }
}

/**
 * A document as a page that every reader can use: the same blocks as the PDF, as headings, lists of terms and
 * tables. Every text is escaped; there is no markup in a sheet. `level` is that of the title among the page's headings.
 */
export function sheetHtml({ language, title, blocks }: Sheet, level = 1): string {
  const heading = `<h${level} class="govuk-heading-l">${escaped(title)}</h${level}>`
  return `<article lang="${escaped(language)}">${heading}${blocks.map((block) => blockHtml(block, level + 1)).join('')}</article>`
}
