import { type Browser, type BrowserContext, type BrowserContextOptions, chromium } from 'playwright-core'
import { findChromium } from '#tests/browser/support/chromium'

/** Pages are of this machine; the browser asks nobody else. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--host-resolver-rules=MAP *.localhost 127.0.0.1, MAP localhost 127.0.0.1',
]

let browser: Promise<Browser> | null = null

async function launch(): Promise<Browser> {
  const { executablePath, libraries } = await findChromium()
  const env = { ...process.env, ...(libraries && { LD_LIBRARY_PATH: libraries }) } as Record<string, string>
  return chromium.launch({ executablePath, args: FLAGS, env })
}

/** A profile of its own in the one browser of the suite: no cookie is shared with another. */
export async function newProfile(options: BrowserContextOptions = {}): Promise<BrowserContext> {
  return (await (browser ??= launch())).newContext(options)
}

export async function closeBrowser(): Promise<void> {
  await (await browser)?.close()
  browser = null
}
