import { readFile } from 'node:fs/promises'
import i18nManager from '@adonisjs/i18n/services/main'
import server from '@adonisjs/core/services/server'
import type { AddressInfo } from 'node:net'
import type { BrowserContextOptions, Page } from 'playwright-core'
import { newProfile } from '#tests/browser/support/browser'
import type { Language } from '#tenancy/types'

export interface Circumstances {
  lang?: Language
  scripts?: boolean
  width?: number
}

/** Where a town answers in this run. */
export const originOf = ({ host }: { host: string }): string =>
  `http://${host}:${(server.getNodeServer()!.address() as AddressInfo).port}`

/** Somebody at a browser, in one town: names things by the words that stand on the page. */
export class Visitor {
  constructor(
    readonly page: Page,
    readonly origin: string,
    readonly lang: Language
  ) {}

  static async open<V extends Visitor>(
    this: new (page: Page, origin: string, lang: Language) => V,
    town: { host: string },
    { lang = 'es', scripts = true, width = 1280 }: Circumstances = {}
  ): Promise<V> {
    const options: BrowserContextOptions = {
      baseURL: originOf(town),
      javaScriptEnabled: scripts,
      locale: lang,
      viewport: { width, height: 800 },
      reducedMotion: 'reduce',
    }
    const page = await (await newProfile(options)).newPage()
    page.setDefaultTimeout(10_000)
    return new this(page, originOf(town), lang)
  }

  /** The words of the house in the visitor's language. */
  t = (key: string, params: Record<string, string | number> = {}): string =>
    i18nManager.locale(this.lang).t(key, params)

  /** The address within the town, without the query. */
  get path(): string {
    return new URL(this.page.url()).pathname
  }

  go = (path: string) => this.page.goto(path)

  /** Waits until the page with this heading is there. */
  arrivesAt = (heading: string) =>
    this.page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()

  /** Waits until these words are in sight. */
  sees = (words: string) => this.page.getByText(words).locator('visible=true').first().waitFor()

  /** Presses a button by its words. */
  press = (name: string) => this.page.getByRole('button', { name, exact: true }).click()

  /** Follows the first link with these words. */
  follow = (name: string) => this.page.getByRole('link', { name, exact: true }).first().click()

  /** Follows a link to a file: what it is called, and what is in it. */
  async download(name: string): Promise<{ name: string; bytes: Buffer }> {
    const coming = this.page.waitForEvent('download')
    await this.follow(name)
    const file = await coming
    return { name: file.suggestedFilename(), bytes: await readFile(await file.path()) }
  }

  /** The value beside a name, in a list of both. */
  fact = (name: string): Promise<string> =>
    this.page
      .locator('.govuk-summary-list__row', { has: this.page.getByText(name, { exact: true }) })
      .locator('dd')
      .first()
      .innerText()

  /** Looks a document up by its code. */
  async verify(code: string): Promise<void> {
    await this.go('/verify')
    await this.page.getByLabel(this.t('portal.verify.code')).fill(code)
    await this.press(this.t('portal.verify.check'))
  }

  leave = () => this.page.context().close()
}
