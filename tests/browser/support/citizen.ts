import { textOf } from '#catalogue/queries/texts'
import type { CompiledProcedure } from '#catalogue/types'
import type { Answers, CompiledForm } from '#forms/index'
import { demoIdentities } from '#identity/domain/demo_identities'
import { fillPage } from '#tests/browser/support/fill_page'
import { Visitor } from '#tests/browser/support/visitor'

const [{ givenName, surnames, identifier }] = demoIdentities as [(typeof demoIdentities)[number]]

/** The first of the fictional persons, at the electronic office. */
export class Citizen extends Visitor {
  readonly name = `${givenName} ${surnames}`
  readonly identifier = identifier

  /** Chooses themselves where the demo driver asks who is there. */
  identify(): Promise<void> {
    const who = `${this.t('portal.signIn.demo.enter')} ${this.t('portal.signIn.demo.as', { name: this.name })}`
    return this.press(who)
  }

  async signIn(): Promise<void> {
    await this.go('/sign-in')
    await this.identify()
    await this.arrivesAt(this.t('folder.home.title'))
  }

  /** From the sheet to the first page of the form. */
  async begin({ slug, texts }: CompiledProcedure): Promise<void> {
    await this.go(`/procedures/${slug}`)
    await this.arrivesAt(textOf(texts, this.lang, 'sheet.title'))
    await this.press(this.t('portal.sheet.start.begin'))
    await this.page.waitForURL('**/pages/*')
  }

  continue = () => this.press(this.t('filings.step.next'))

  /** Answers page after page, from where they are until the answers are to be checked. */
  async answerAll(form: CompiledForm, answers: Answers): Promise<void> {
    while (!this.path.endsWith('/check')) await this.answerPage(form, answers)
  }

  /** Answers the page that they are on, and goes on to the next. */
  async answerPage(form: CompiledForm, answers: Answers): Promise<void> {
    const before = this.path
    await fillPage(this.page, form, this.pageId, answers)
    await this.continue()
    await this.page.waitForURL((url) => url.pathname !== before)
  }

  /** Which page of a form is before them. */
  get pageId(): string {
    return this.path.split('/').at(-1)!
  }

  /** Files what they checked: an application, or the answer to a requirement of one. */
  async submit(kind: 'submission' | 'correction' = 'submission'): Promise<void> {
    await this.press(this.t(`filings.check.${kind}.button`))
    await this.page.waitForURL('**/receipt')
  }
}
