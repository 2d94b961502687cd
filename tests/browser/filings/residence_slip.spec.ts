import { readFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { familyOf, foundIn, hears } from '#tests/support/exchange'

for (const scripts of [false, true])
  test.group(`A residence slip ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('is asked for and opened from the receipt', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context, 'residence-slip')
      hears(house.office.town.id, async ({ subject }) => foundIn(familyOf(subject.identifier, subject.name)))
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await page.setViewportSize({ width: 320, height: 640 })
      await citizen.signIn()
      await citizen.go(`/procedures/${house.procedure.slug}`)
      await citizen.begin(house.procedure)
      const answers = house.procedure.scenarios['collective']!.answers
      while (!citizen.path.endsWith('/check')) await citizen.answerPage(house.form, answers)
      await citizen.sees(t('filings.check.nothingToPay'))
      assert.equal(await page.locator('.fin-fee').count(), 0, 'no table of nothing')
      await citizen.submit()
      await house.work()
      await page.reload()
      await citizen.sees(t('filings.receipt.atOnce.given'))
      const wide = await page.evaluate('document.documentElement.scrollWidth')
      assert.equal(wide, 320, 'nothing is wider than the screen')
      const [download] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('link', { name: t('filings.receipt.atOnce.open') }).click(),
      ])
      assert.equal((await readFile(await download.path())).subarray(0, 5).toString(), '%PDF-')
      await page.getByRole('link', { name: t('filings.receipt.atOnce.read') }).click()
      for (const words of ['Ramon Climent Tormo', '***4556**']) await citizen.sees(words)
      const scrolls = `[...document.querySelectorAll('.fin-scroll')].some((box) => box.scrollWidth > box.clientWidth)`
      assert.isFalse(await page.evaluate(scrolls), 'the others of the dwelling are not cut off at the side')
      assert.equal(await page.evaluate('document.documentElement.scrollWidth'), 320)
    })
  })
