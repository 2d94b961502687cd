/** A button that copies a code: hidden until here, because without JavaScript it could do nothing. */
export function copyOnPress(page: Document): void {
  if (!navigator.clipboard) return
  for (const button of page.querySelectorAll<HTMLButtonElement>('button[data-copy]')) {
    button.hidden = false
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset['copy'] ?? '')
      const label = button.textContent
      button.textContent = button.dataset['copied'] ?? label
      setTimeout(() => (button.textContent = label), 3000)
    })
  }
}
