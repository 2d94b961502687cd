/** After so long without an answer (ms), the connection is to blame, and pressing again is right. */
const PATIENCE = 10_000

/**
 * Swallows the second press of a submit button. The server already answers a repeated submission with
 * the first answer; this spares the citizen the doubt. A page shown again from the back cache is free.
 */
export function sendOnce(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-send-once]')) {
    let sent = false
    const release = () => (sent = false)
    form.addEventListener('submit', (event) => {
      if (sent) event.preventDefault()
      else setTimeout(release, PATIENCE)
      sent = true
    })
    window.addEventListener('pageshow', release)
  }
}
