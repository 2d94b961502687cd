import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

for (const scripts of [false, true])
  test.group(`A withdrawal ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('is registered at once, and accepted by the body', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      await house.filed()
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await citizen.signIn()
      await citizen.follow(`${house.text('sheet.title')}: ${house.answers['subject']}`)
      await citizen.follow(t('folder.case.withdraw'))
      await page.getByLabel(t('folder.withdrawal.reason')).fill('Ya está arreglada.')
      await citizen.press(t('folder.withdrawal.confirm'))
      await page.waitForURL('**/receipt')
      await citizen.arrivesAt(t('filings.receipt.titles.withdrawal'))
      assert.match(await page.locator('.govuk-panel').innerText(), /E-RE-000002/)
      await house.work()

      const officer = await house.officer()
      const [number] = await house.entries()
      await officer.findCase(number!)
      await officer.startTask(house.text('tasks.accept_withdrawal'))
      await officer.answerTask(house.procedure.forms['withdrawal']!, { decision: 'conclude' })
      await house.work()

      await citizen.go('/folder')
      await citizen.sees(t('folder.case.toNotify'))
      await citizen.follow(house.text('documents.withdrawal_acceptance.title'))
      await citizen.press(t('folder.notification.accept'))
      const paper = await citizen.download(house.text('documents.withdrawal_acceptance.title'))
      assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-')
      await citizen.go('/folder')
      await citizen.sees(house.text('outcomes.withdrawn'))
    })
  })
