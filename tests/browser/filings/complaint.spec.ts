import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { PICTURE } from '#tests/browser/support/papers'
import { allowed, REPORT } from '#tests/support/anonymous'

const REPLY = 'Mañana va la brigada.'

/** A house that takes complaints, also from those who don't say who they are. */
async function houseOfComplaints(context: Parameters<typeof OpenHouse.for>[0]): Promise<OpenHouse> {
  const house = await OpenHouse.for(context, 'complaint-or-suggestion')
  await allowed(house.office)
  return house
}

const answers = { ...REPORT, language: 'es' }

async function answeredByTheUnit(house: OpenHouse): Promise<void> {
  await house.work()
  const officer = await house.officer()
  const [number] = await house.entries()
  await officer.findCase(number!)
  await officer.startTask(house.text('tasks.answer'))
  await officer.answerTask(house.procedure.forms['answer']!, { decision: 'answer', reply: REPLY })
  await house.work()
}

for (const scripts of [false, true])
  test.group(`A report from the street ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('is filed anonymously with a picture, and its answer read elsewhere with the code', async (context) => {
      const { assert } = context
      const house = await houseOfComplaints(context)
      const somebody = await house.citizen({ scripts, width: 320 })
      const { t, page } = somebody
      await somebody.go(`/procedures/${house.procedure.slug}`)
      await somebody.press(t('portal.sheet.start.anonymous.begin'))
      await page.waitForURL('**/pages/*')
      while (!somebody.path.endsWith('/check')) {
        if (somebody.pageId === 'photos') {
          await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(PICTURE)
          await somebody.press(t('forms.page.upload.add'))
          await page.getByText(PICTURE.name).first().waitFor()
        }
        await somebody.answerPage(house.form, answers)
      }
      await somebody.sees('No guardaremos quién es usted')
      await somebody.press(t('filings.check.anonymous.button'))
      await page.waitForURL('**/receipt')
      assert.equal(await somebody.fact(t('filings.receipt.applicant')), t('cases.anonymous'))
      const code = await page.locator('#follow-up-code').innerText()
      const paper = await somebody.download(t('filings.receipt.pdf'))
      assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-')
      await answeredByTheUnit(house)

      const library = await house.visitor({ scripts })
      await library.go('/')
      await library.follow(t('portal.layout.footer.follow-up'))
      await library.page.getByLabel(t('folder.followUp.code')).fill(code)
      await library.press(t('folder.followUp.see'))
      await library.sees(house.text('outcomes.answered')!)
      const letter = await library.download(house.text('documents.answer.title')!)
      assert.equal(letter.bytes.subarray(0, 5).toString(), '%PDF-')
      await library.press(t('folder.followUp.leave.button'))
      await library.arrivesAt(t('folder.followUp.title'))
    })

    test('is filed by name, and its answer is in the folder with nothing to open', async (context) => {
      const house = await houseOfComplaints(context)
      const citizen = await house.citizen({ scripts })
      await citizen.signIn()
      await citizen.begin(house.procedure)
      await citizen.answerAll(house.form, answers)
      await citizen.submit()
      await citizen.sees('Si pidió respuesta, la tendrá en su carpeta')
      await answeredByTheUnit(house)
      await citizen.go('/folder')
      await citizen.follow(`${house.text('sheet.title')}: ${REPORT.subject}`)
      await citizen.sees(house.text('outcomes.answered')!)
      const letter = await citizen.download(house.text('documents.answer.title')!)
      context.assert.equal(letter.bytes.subarray(0, 5).toString(), '%PDF-')
    })
  })
