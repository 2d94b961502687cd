/** Moves the focus to the error summary when a page comes back with errors, so that it is heard first. */
export function focusErrorSummary(page: Document): void {
  page.querySelector<HTMLElement>('[data-error-summary]')?.focus()
}
