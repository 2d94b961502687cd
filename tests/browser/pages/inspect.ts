import type { ConsoleMessage, Response } from 'playwright-core'
import { faultsOf } from '#tests/browser/pages/faults'
import { keepShots } from '#tests/browser/pages/shots'
import type { Visit } from '#tests/browser/pages/visit'
import type { Visitor } from '#tests/browser/support/visitor'

/** Goes to a page and tells all that a machine can find wrong there; `thorough` is asked once a page. */
export async function inspect(visitor: Visitor, visit: Visit, { thorough = true } = {}): Promise<string[]> {
  const { page } = visitor
  const { state, status = 200, then } = visit
  const faults: string[] = []
  const say = (fault: string) => faults.push(`${visit.path} ${state ?? ''}: ${fault}`)
  const stopListening = listen(visitor, say)
  try {
    let answer = await visitor.go(visit.path)
    if (answer?.status() !== status) say(`answers ${answer?.status()}`)
    if (then) {
      const keep = (response: Response) => {
        if (response.request().isNavigationRequest() && response.frame() === page.mainFrame())
          answer = response
      }
      page.on('response', keep)
      await then(visitor)
      await page.waitForLoadState('networkidle')
      page.off('response', keep)
    }
    await page.locator('h1').first().waitFor()
    for (const fault of await faultsOf(visitor, { html: (await answer?.text()) ?? '', thorough })) say(fault)
    await keepShots(visitor, visit)
  } catch (error) {
    say((error as Error).message.split('\n')[0] ?? '')
  } finally {
    stopListening()
  }
  return faults
}

/** Hears what the browser complains of: scripts that fail, what the content security policy refused, what is missing. */
function listen({ page }: Visitor, say: (fault: string) => void): () => void {
  const hear = (message: ConsoleMessage) => {
    const refusalItself =
      message.text().startsWith('Failed to load resource') && message.location().url === page.url()
    if (message.type() === 'error' && !refusalItself) say(message.text())
  }
  const fall = (error: Error) => say(error.message)
  page.on('console', hear)
  page.on('pageerror', fall)
  return () => {
    page.off('console', hear)
    page.off('pageerror', fall)
  }
}
