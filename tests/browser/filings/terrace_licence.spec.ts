import { test } from '@japa/runner'
import type { TestContext } from '@japa/runner/core'
import { PICTURE } from '#tests/browser/support/papers'
import { OpenHouse } from '#tests/browser/support/open_house'
import type { Citizen } from '#tests/browser/support/citizen'
import type { Officer } from '#tests/browser/support/officer'
import type { Answers } from '#forms/index'

const YEAR = new Date().getFullYear() + 1
const DATES = { startsOn: `${YEAR}-04-01`, endsOn: `${YEAR}-10-31` }

/** A bar owner at home and whoever deals with their terrace at the desk, in a town with its own rates. */
class Terrace {
  private constructor(
    readonly house: OpenHouse,
    readonly owner: Citizen,
    readonly desk: Officer
  ) {}

  static async for(context: TestContext): Promise<Terrace> {
    const house = await OpenHouse.for(context, 'terrace-licence', 'granted')
    const owner = await house.citizen({ scripts: false })
    await owner.signIn()
    return new Terrace(house, owner, await house.officer())
  }

  get answers(): Answers {
    return { ...this.house.procedure.scenarios['granted']!.answers, ...DATES, email: '' } as Answers
  }

  async file(): Promise<void> {
    const { house, owner } = this
    const { t, page } = owner
    await owner.begin(house.procedure)
    while (!owner.path.endsWith('/check')) {
      if (owner.pageId === 'sketch' || owner.pageId === 'insurance') {
        await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(PICTURE)
        await owner.press(t('forms.page.upload.add'))
        await page.getByText(PICTURE.name).first().waitFor()
      }
      await owner.answerPage(house.form, this.answers)
    }
  }

  /** The desk answers a task of the only case there is. */
  async answer(task: string, form: string, answers: Answers): Promise<void> {
    const { house, desk } = this
    const [number] = await house.entries()
    await desk.findCase(number!)
    await desk.startTask(house.text(`tasks.${task}`)!)
    await desk.answerTask(house.procedure.forms[form]!, answers)
    await house.work()
  }

  report = (answers: Answers) =>
    this.answer('report', 'report', { findings: 'La acera mide 4,20 metros.', ...answers })

  /** At the desk a document is signed, by as many as have to. */
  async sign(document: string, signatures: number): Promise<void> {
    for (let given = 0; given < signatures; given++) {
      await this.desk.sign(this.house.text(`documents.${document}.title`)!)
      await this.house.work()
    }
  }

  /** The owner opens what has been notified to them. */
  async open(document: string): Promise<void> {
    const { house, owner } = this
    await owner.go('/folder/notifications')
    await owner.follow(house.text(`documents.${document}.title`)!)
    await owner.press(owner.t('folder.notification.accept'))
    await house.work()
  }
}

test.group('A terrace licence, without JavaScript', () => {
  test('is told line by line, filed, reported on, signed, notified and paid, and only then issued', async (context) => {
    const { assert } = context
    const terrace = await Terrace.for(context)
    const { house, owner } = terrace
    await terrace.file()
    await owner.sees(house.text('fees.lead')!)
    assert.match(await owner.page.locator('.fin-fee').innerText(), /12,5 m² × 27 €[^]*337,50\s€/)
    await owner.submit()
    await house.work()

    await terrace.answer('check', 'check', { decision: 'complete' })
    await terrace.report({ verdict: 'favourable', passage: '2,1', streetCategory: '2' })
    await terrace.sign('technical_report', 1)
    await terrace.answer('propose', 'proposal', { decision: 'grant', reasons: 'El informe es favorable.' })
    await terrace.sign('resolution', 2)

    await terrace.open('resolution')
    await owner.go('/folder/payments')
    await owner.follow(house.text('sheet.title')!)
    await owner.press(owner.t('payments.gateways.demo'))
    await owner.arrivesAt(owner.t('payments.demo.title'))
    await owner.press(owner.t('payments.demo.go'))
    await owner.sees('Pagado el')
    await house.work()

    await terrace.open('licence')
    const licence = await owner.download(house.text('documents.licence.title')!)
    assert.equal(licence.bytes.subarray(0, 5).toString(), '%PDF-')
    await owner.follow(owner.t('folder.notification.toCase'))
    await owner.sees(house.text('outcomes.granted')!)
  })

  test('is proposed to be refused, commented on by the owner, and refused', async (context) => {
    const { assert } = context
    const terrace = await Terrace.for(context)
    const { house, owner } = terrace
    await terrace.file()
    await owner.submit()
    await house.work()

    await terrace.answer('check', 'check', { decision: 'complete' })
    await terrace.report({ verdict: 'unfavourable' })
    await terrace.sign('technical_report', 1)
    const refuse = { decision: 'refuse', reasons: 'No queda el paso libre que se exige.' }
    await terrace.answer('propose', 'proposal', refuse)

    await terrace.open('proposal')
    await owner.go('/folder')
    await owner.follow(house.text('tasks.allegations')!)
    await owner.sees(house.text('otherwise.allegations')!)
    await owner.press(owner.t('folder.correction.start'))
    await owner.page.waitForURL('**/pages/*')
    await owner.answerAll(house.procedure.forms['allegations']!, {
      stance: 'allege',
      text: 'La acera mide más.',
    })
    await owner.submit('correction')
    await house.work()

    await terrace.answer('propose', 'proposal', refuse)
    await terrace.sign('resolution', 2)
    await terrace.open('resolution')
    await owner.follow(owner.t('folder.notification.toCase'))
    await owner.sees(house.text('outcomes.refused')!)
    assert.lengthOf(await house.entries(), 4)
  })
})
