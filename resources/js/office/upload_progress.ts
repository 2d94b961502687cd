/**
 * Shows how much of a file has left, where the page would otherwise stand still. The post is the very one
 * that the form would make; what comes back is shown as the browser would have shown it. If anything
 * fails on the way, the plain post takes over.
 */
export function showUploads(page: Document): void {
  for (const form of page.querySelectorAll<HTMLFormElement>('form[data-uploading]'))
    form.addEventListener('submit', (event) => {
      const body = new FormData(form, event.submitter)
      const files = [...body.values()].filter((value) => value instanceof File && value.size > 0)
      // Another address, as that of the language switch, leads to another page.
      const elsewhere = event.submitter?.hasAttribute('formaction')
      if (files.length === 0 || elsewhere || event.defaultPrevented) return
      event.preventDefault()
      send(form, body, event.submitter)
    })
}

function send(form: HTMLFormElement, body: FormData, submitter: HTMLElement | null): void {
  const bar = progressBar(form, submitter)
  const request = new XMLHttpRequest()
  request.open('POST', form.action)
  request.upload.addEventListener('progress', ({ loaded, total }) => bar.show(total ? loaded / total : 0))
  request.addEventListener('load', () => arrive(form, request))
  request.addEventListener('error', () => {
    bar.remove()
    form.removeAttribute('data-uploading')
    form.submit()
  })
  request.send(body)
}

/** After a redirect, go where it led; else the answer is this page again, with what is wrong. */
function arrive(form: HTMLFormElement, request: XMLHttpRequest): void {
  if (request.responseURL !== form.action) return location.assign(request.responseURL)
  // The town's colours are in the page already, and their style element has the nonce of another response.
  const html = request.responseText.replace(/<style[^]*?<\/style>/g, '')
  const answer = new DOMParser().parseFromString(html, 'text/html')
  const main = answer.querySelector('main')
  if (!main) return location.assign(request.responseURL)
  document.title = answer.title
  document.querySelector('main')?.replaceWith(main)
  document.dispatchEvent(new CustomEvent('office:page'))
}

function progressBar(form: HTMLFormElement, submitter: HTMLElement | null) {
  const line = document.createElement('p')
  const text = document.createElement('span')
  const bar = document.createElement('progress')
  line.className = 'fin-progress'
  line.setAttribute('role', 'status')
  bar.className = 'fin-progress__bar'
  bar.max = 100
  text.id = `${submitter?.id || 'upload'}-progress`
  bar.setAttribute('aria-labelledby', text.id)
  line.append(text, bar)
  ;(submitter ?? form.lastElementChild)?.after(line)
  return {
    show(share: number) {
      bar.value = Math.round(share * 100)
      text.textContent = (form.dataset['uploading'] ?? '').replace('#', String(bar.value))
    },
    remove: () => line.remove(),
  }
}
