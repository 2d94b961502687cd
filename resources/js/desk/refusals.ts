import { router } from '@inertiajs/react'

interface Refused {
  data: unknown
  headers: Record<string, string>
}

/**
 * Calls `tell` with the words of each refusal that a visit meets (not there, no right to it, signed out). The
 * page stays as it is, with all that was typed; an answer that comes through clears it. A page of the desk
 * that comes with a refusal says itself what is wrong.
 */
export function hearRefusals(tell: (text: string | null) => void): () => void {
  const refused = router.on(
    'httpException',
    (event: { preventDefault(): void; detail: { response: Refused } }) => {
      const { data, headers } = event.detail.response
      if ('x-inertia' in headers) return
      event.preventDefault()
      tell(wordsOf(data))
    }
  )
  const done = router.on('success', () => tell(null))
  return () => {
    refused()
    done()
  }
}

/** The heading of the server's page of refusal, what is wrong where, and the remedy. */
function wordsOf(data: unknown): string {
  const page = new DOMParser().parseFromString(String(data), 'text/html')
  const parts = [
    ...page.querySelectorAll(
      'main h1, main h1 ~ p.govuk-body-l, main h1 ~ ul.govuk-list--bullet li, main h2 + p'
    ),
  ]
  return parts
    .map((part) => part.textContent?.trim())
    .join('. ')
    .replaceAll('..', '.')
}
