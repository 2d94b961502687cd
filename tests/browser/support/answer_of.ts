import { newProfile } from '#tests/browser/support/browser'

type File = { body: string; contentType: string }

/** As strict as the house's: no function is made of text. */
const POLICY = "default-src 'none'; script-src 'self'; connect-src 'self'"
const SITE = 'http://module.localhost/'

/** What a script says, once it is set as `globalThis.answer`, in a page of a real browser that has only these files. */
export async function answerOf<T>(script: string, files: Record<string, File>): Promise<T> {
  const served: Record<string, File> = {
    ...files,
    '/': { body: '<script type="module" src="/script.js"></script>', contentType: 'text/html' },
    '/script.js': { body: script, contentType: 'text/javascript' },
  }
  const profile = await newProfile()
  try {
    const page = await profile.newPage()
    await page.route(`${SITE}**`, (route) => {
      const found = served[new URL(route.request().url()).pathname]
      return route.fulfill(
        found ? { ...found, headers: { 'content-security-policy': POLICY } } : { status: 404 }
      )
    })
    await page.goto(SITE)
    await page.waitForFunction('globalThis.answer')
    return await page.evaluate<T>('globalThis.answer')
  } finally {
    await profile.close()
  }
}
