import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import type { Answers } from '#forms/index'
import type { Citizen } from '#tests/browser/support/citizen'
import { OpenHouse } from '#tests/browser/support/open_house'
import { PICTURE } from '#tests/browser/support/papers'
import { GAIN } from '#tests/support/filled_in'

const SCENARIO = 'assessed_higher'

/** Somebody who sold their flat, in a town that charges thirty percent. */
class Sale {
  private constructor(
    readonly house: OpenHouse,
    readonly seller: Citizen
  ) {}

  static async for(context: TestContext, scripts: boolean): Promise<Sale> {
    const house = await OpenHouse.for(context, GAIN, SCENARIO)
    const seller = await house.citizen({ scripts })
    await seller.signIn()
    return new Sale(house, seller)
  }

  get golden() {
    return this.house.procedure.scenarios[SCENARIO]!
  }

  /** What a task of the golden case is answered with. */
  answersTo(task: string): Answers {
    const step = this.golden.steps.findLast((one) => 'task' in one && one.task === task)
    return (step as { with: Answers }).with
  }

  /** From the sheet to the page where the answers are checked. */
  async declare(): Promise<void> {
    const { house, seller } = this
    const { t, page } = seller
    const answers = { ...this.golden.answers, language: 'es' }
    await seller.go(`/procedures/${house.procedure.slug}`)
    await seller.sees(house.text('sheet.cost')!)
    await seller.begin(house.procedure)
    while (!seller.path.endsWith('/check')) {
      if (seller.pageId === 'deed') {
        await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(PICTURE)
        await seller.press(t('forms.page.upload.add'))
        await page.getByText(PICTURE.name).first().waitFor()
      }
      await seller.answerPage(house.form, answers)
    }
  }

  /** Pays what is asked for, at the demonstration gateway. */
  async pay(): Promise<void> {
    const { house, seller } = this
    const { t } = seller
    await seller.go('/folder/payments')
    await seller.follow(house.text('sheet.title')!)
    await seller.press(t('payments.gateways.demo'))
    await seller.arrivesAt(t('payments.demo.title'))
    await seller.press(t('payments.demo.go'))
    await seller.sees('Pagado el')
    await house.work()
  }

  async open(document: string): Promise<void> {
    const { house, seller } = this
    await seller.go('/folder/notifications')
    await seller.follow(house.text(`documents.${document}.title`)!)
    await seller.press(seller.t('folder.notification.accept'))
    await house.work()
  }

  async answerProposal(answers: Answers): Promise<void> {
    const { house, seller } = this
    await seller.go('/folder')
    await seller.follow(house.text('tasks.allegations')!)
    await seller.sees(house.text('otherwise.allegations')!)
    await seller.press(seller.t('folder.correction.start'))
    await seller.page.waitForURL('**/pages/*')
    await seller.answerAll(house.procedure.forms['allegations']!, answers)
    await seller.submit('correction')
    await house.work()
  }
}

for (const scripts of [false, true])
  test.group(`A self-assessment ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('is reckoned line by line, filed and paid, and its certificate comes', async (context) => {
      const { assert } = context
      const sale = await Sale.for(context, scripts)
      const { house, seller } = sale
      await sale.declare()
      assert.match(
        await seller.page.locator('.fin-fee').innerText(),
        /30 % × 10\.800,00\s€[^]*Ordenanza fiscal del IIVTNU, art\. 8[^]*3\.240,00\s€/
      )
      await seller.sees('artículo 27 de la Ley General Tributaria')
      await seller.submit()
      await house.work()
      await seller.page.reload()
      await seller.sees(seller.t('filings.receipt.atOnce.toPay'))
      await seller.page.getByRole('link', { name: /^Pagar 3\.240,00\s€$/ }).waitFor()
      await sale.pay()
      await seller.go('/folder/notifications')
      await seller.sees(house.text('documents.acknowledgment.title')!)
    })
  })

test.group('The check of a self-assessment, without JavaScript', () => {
  test('comes to more: the taxpayer answers the proposal, opens the assessment and pays the difference', async (context) => {
    const { assert } = context
    const sale = await Sale.for(context, false)
    const { house, seller } = sale
    await sale.declare()
    await seller.submit()
    await house.work()
    await sale.pay()
    await sale.open('acknowledgment')

    const desk = await house.officer()
    const [number] = await house.entries()
    const answer = async (task: string, form: string, answers = sale.answersTo(task)) => {
      await desk.findCase(number!)
      await desk.startTask(house.text(`tasks.${task}`)!)
      await desk.answerTask(house.procedure.forms[form]!, answers)
      await house.work()
    }
    await answer('review', 'review')
    await answer('surcharge', 'surcharge', { decision: 'assessed', number: 'REC-2026-0041' })
    await answer('figures', 'figures')
    await sale.open('proposal')
    await sale.answerProposal({ stance: 'allege', text: 'El Catastro ha cambiado el valor después.' })

    await answer('decide', 'figures')
    for (const _ of ['the mayor', 'the secretary']) {
      await desk.sign(house.text('documents.assessment.title')!)
      await house.work()
    }
    await sale.open('assessment')
    await seller.go('/folder/payments')
    await seller.follow(house.text('sheet.title')!)
    assert.match(
      await seller.page.locator('.fin-fee').innerText(),
      /3\.780,00\s€[^]*Ya pagado[^]*-3\.240,00\s€[^]*540,00\s€/
    )
    await sale.pay()
    await seller.go('/folder')
    await seller.sees(house.text('outcomes.assessment_paid')!)
  })
})
