/**
 * Swallows the second press of a submit button. The server already answers a repeated submission with
 * the first answer; this spares the citizen the doubt. A page shown again from the back cache is free.
 */
export function sendOnce(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-send-once]')) {
    let sent = false
    form.addEventListener('submit', (event) => {
      if (sent) event.preventDefault()
      sent = true
      form.setAttribute('aria-busy', 'true')
    })
    window.addEventListener('pageshow', () => {
      sent = false
      form.removeAttribute('aria-busy')
    })
  }
}
