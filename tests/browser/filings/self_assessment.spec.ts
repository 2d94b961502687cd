import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { PICTURE } from '#tests/browser/support/papers'
import { GAIN } from '#tests/support/filled_in'

for (const scripts of [false, true])
  test.group(`A self-assessment ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('is reckoned line by line, filed and paid, and its certificate comes', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context, GAIN, 'never_paid')
      const answers = house.procedure.scenarios['never_paid']!.answers
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await citizen.signIn()
      await citizen.go(`/procedures/${house.procedure.slug}`)
      await citizen.sees(house.text('sheet.cost')!)
      await citizen.begin(house.procedure)
      while (!citizen.path.endsWith('/check')) {
        if (citizen.pageId === 'deed') {
          await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(PICTURE)
          await citizen.press(t('forms.page.upload.add'))
          await page.getByText(PICTURE.name).first().waitFor()
        }
        await citizen.answerPage(house.form, answers)
      }
      const fee = page.locator('.fin-fee')
      assert.match(
        await fee.innerText(),
        /30 % × 10\.800,00\s€[^]*Ordenanza fiscal del IIVTNU, art\. 8[^]*3240,00\s€/
      )
      await citizen.submit()
      await house.work()

      await citizen.go('/folder/payments')
      await citizen.follow(house.text('sheet.title')!)
      await citizen.press(t('payments.gateways.demo'))
      await citizen.arrivesAt(t('payments.demo.title'))
      await citizen.press(t('payments.demo.go'))
      await citizen.sees('Pagado el')
      await house.work()

      await citizen.go('/folder/notifications')
      await citizen.sees(house.text('documents.acknowledgment.title')!)
    })
  })
