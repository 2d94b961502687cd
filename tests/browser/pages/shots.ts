import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import type { Visit } from '#tests/browser/pages/visit'
import type { Visitor } from '#tests/browser/support/visitor'

const WIDTHS = [1280, 320]

/** Keeps a picture of the page in the folder `FINESTRA_SHOTS`, wide and narrow, for people to look at. */
export async function keepShots({ page, lang }: Visitor, { path, state = '', as = 'anybody' }: Visit) {
  const folder = process.env['FINESTRA_SHOTS']
  if (!folder) return
  const size = page.viewportSize()!
  const name = `${path.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, 'id')} ${state} ${as}`.replace(
    /[^a-z0-9]+/gi,
    '_'
  )
  await mkdir(join(folder, lang), { recursive: true })
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 800 })
    await page.screenshot({ path: join(folder, lang, `${name}_${width}.png`), fullPage: true })
  }
  await page.setViewportSize(size)
}
