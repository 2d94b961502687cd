/**
 * Says how many characters are left: `data-character-count` names the limit's message element, whose
 * own `data-left` and `data-over` texts hold a `#` where the number goes. Spoken politely, and only
 * after a pause in typing.
 */
export function countCharacters(page: Document): void {
  for (const field of page.querySelectorAll<HTMLTextAreaElement>('[data-character-count]')) {
    const message = page.getElementById(field.dataset['characterCount'] ?? '')
    const limit = Number(message?.dataset['limit'])
    if (!message || !limit) continue
    message.setAttribute('aria-live', 'polite')
    const figures = new Intl.NumberFormat(page.documentElement.lang, { useGrouping: 'always' })
    let pause = 0
    const say = () => {
      const left = limit - field.value.length
      const text = (left < 0 ? message.dataset['over'] : message.dataset['left']) ?? ''
      message.textContent = text.replace('#', figures.format(Math.abs(left)))
    }
    field.addEventListener('input', () => {
      clearTimeout(pause)
      pause = window.setTimeout(say, 600)
    })
    say()
  }
}
