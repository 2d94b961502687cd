import { AxeBuilder } from '@axe-core/playwright'
import type { Visitor } from '#tests/browser/support/visitor'
import { htmlFaults } from '#tests/support/html'

/** WCAG 2.2 AA, and what experience adds to it. */
const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa', 'best-practice']

const LOCALE = { es: 'es', ca: 'ca-valencia', en: 'en-GB' }

/** What nobody should read: a key without its text, or a value that is none. */
const UNSAID =
  /\b(?:core|identity|portal|filings|folder|desk|forms|cases|documents|deadlines)\.[a-z]\w+(?:\.\w+)*\b|undefined|\bNaN\b|\[object|\{\{/

interface Looking {
  /** The page as the server sent it. */
  html: string
  /** All rules of accessibility, or only contrast, which differs between towns. */
  thorough: boolean
}

export async function faultsOf(visitor: Visitor, { html, thorough }: Looking): Promise<string[]> {
  const ofDesk = html.includes('data-page="app"')
  return [
    ...(await plainFaults(visitor)),
    ...(ofDesk ? [] : await htmlFaults(html)),
    ...(await accessFaults(visitor, thorough)),
    ...(await narrowFaults(visitor)),
  ]
}

async function plainFaults({ page, lang }: Visitor): Promise<string[]> {
  const { title, headings, language, text } = await page.evaluate(() => ({
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    language: document.documentElement.lang,
    text: document.body.innerText,
  }))
  const unsaid = UNSAID.exec(text)
  return [
    ...(/\S.* · \S/.test(title) ? [] : [`its title is “${title}”`]),
    ...(headings === 1 ? [] : [`${headings} first headings`]),
    ...(language === LOCALE[lang] ? [] : [`its language is ${language}`]),
    ...(unsaid ? [`reads “${unsaid[0]}”`] : []),
    ...(page.url().includes('_csrf') ? ['its address keeps a token'] : []),
  ]
}

async function accessFaults({ page }: Visitor, thorough: boolean): Promise<string[]> {
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).setLegacyMode()
  const { violations } = await (thorough ? axe.withTags(TAGS) : axe.withRules('color-contrast')).analyze()
  return violations.map(
    ({ id, nodes }) => `axe ${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(' | ')}`
  )
}

/** Nobody has to scroll sideways on a small screen (WCAG 1.4.10), and no words run into others on any. */
async function narrowFaults({ page }: Visitor): Promise<string[]> {
  const size = page.viewportSize()!
  const wide = await page.evaluate(crampedWords)
  await page.setViewportSize({ width: 320, height: 640 })
  const narrow = await page.evaluate(crampedWords)
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  await page.setViewportSize(size)
  return [
    ...(width > 320 ? [`is ${width} px wide on a screen of 320`] : []),
    ...new Set([...wide, ...narrow].map((words) => `has no room for “${words}”`)),
  ]
}

/** Runs in the page: names that stick out of their box, and tags that were pulled tall. */
function crampedWords(): string[] {
  const all = (selector: string) => [...document.querySelectorAll<HTMLElement>(selector)]
  const sticksOut = (box: HTMLElement) =>
    box.scrollWidth > box.clientWidth + 1 && getComputedStyle(box).clipPath === 'none'
  const isTall = (tag: HTMLElement) =>
    tag.offsetHeight > 2 * Number.parseFloat(getComputedStyle(tag).lineHeight)
  return [...all('.desk-facts dt, .desk-table th').filter(sticksOut), ...all('.desk-tag').filter(isTall)].map(
    ({ innerText }) => innerText
  )
}
