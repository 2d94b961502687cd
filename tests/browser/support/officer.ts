import type { Answers, CompiledForm } from '#forms/index'
import { fillPage } from '#tests/browser/support/fill_page'
import { Visitor } from '#tests/browser/support/visitor'
import type { TestOfficer } from '#tests/support/town'

/** An employee at the desk. */
export class Officer extends Visitor {
  async signIn({ email, password }: TestOfficer): Promise<void> {
    await this.go('/desk/sign-in')
    await this.page.getByLabel(this.t('desk.signIn.email')).fill(email)
    await this.page.getByLabel(this.t('desk.signIn.password')).fill(password)
    await this.press(this.t('desk.signIn.enter'))
    await this.arrivesAt(this.t('desk.inbox.title'))
  }

  /** From the inbox to a case, by its number. */
  async findCase(number: string): Promise<void> {
    await this.go('/desk/inbox')
    await this.page.getByRole('link', { name: number }).click()
    await this.page.waitForURL('**/desk/cases/*')
  }

  async startTask(title: string): Promise<void> {
    await this.follow(title)
    await this.page.waitForURL('**/desk/tasks/*')
  }

  /** Answers the task that is open, all its questions, and hands it in; what would be sealed is confirmed. */
  async answerTask(form: CompiledForm, answers: Answers): Promise<void> {
    await this.tryTask(form, answers)
    const { page, t } = this
    const confirm = page.getByRole('button', { name: t('desk.task.ahead.confirm') })
    await confirm.or(page.getByRole('tablist')).first().waitFor()
    if (await confirm.isVisible()) await confirm.click()
    await page.waitForURL('**/desk/cases/*')
  }

  /** Reads what waits for them to sign, by its title, and signs it. */
  async sign(title: string): Promise<void> {
    const { page, t } = this
    const button = { name: t('desk.signatures.sign'), exact: true }
    await this.go('/desk/signatures')
    await page.getByRole('link', { name: title }).first().click()
    await page.waitForURL('**/desk/signatures/*')
    await page.getByRole('button', button).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByRole('button', button).click()
    const done = page.getByText(t('desk.signatures.signedNext'))
    await done
      .or(page.getByText(t('desk.signatures.signedLast')))
      .first()
      .waitFor()
  }

  /** Answers the task that is open and presses its button. */
  async tryTask(form: CompiledForm, answers: Answers): Promise<void> {
    await this.page.getByRole('button', { name: this.t('desk.task.complete') }).waitFor()
    for (const { id } of form.pages) await fillPage(this.page, form, id, answers)
    await this.press(this.t('desk.task.complete'))
  }
}
