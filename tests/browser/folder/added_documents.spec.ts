import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { PICTURE } from '#tests/browser/support/papers'

for (const scripts of [false, true])
  test.group(`Documents added ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('come into the case with an entry of their own', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      await house.filed()
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await citizen.signIn()
      await citizen.follow(`${house.text('sheet.title')}: ${house.answers['subject']}`)
      await citizen.follow(t('folder.case.add'))
      await citizen.press(t('folder.adding.send'))
      await page.getByRole('alert').getByText(t('folder.adding.nothing')).waitFor()
      await page.locator('input[type=file]').setInputFiles(PICTURE)
      await citizen.press(t('filings.attachments.add'))
      await citizen.sees(PICTURE.name)
      await citizen.press(t('folder.adding.send'))
      await page.waitForURL('**/receipt')
      assert.match(await page.locator('.govuk-panel').innerText(), /E-RE-000002/)
      await citizen.follow(t('filings.receipt.follow'))
      const given = await citizen.download(PICTURE.name)
      assert.isTrue(given.bytes.equals(PICTURE.buffer))
    })
  })
