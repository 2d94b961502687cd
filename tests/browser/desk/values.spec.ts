import { test } from '@japa/runner'
import { filledIn } from '#catalogue/queries/town_values'
import { GAIN } from '#tests/support/filled_in'
import { OpenHouse } from '#tests/browser/support/open_house'

const BYLAW = 'Ordenanza fiscal 4 (BOP 30/12/2089), art. 6'

test.group('The rates of next year, at the desk', () => {
  test('are typed as the ordinance has them, mended, looked at and saved; the public list has them at once', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context, GAIN, 'never_paid')
    const officer = await house.officer({ width: 320 })
    const { t, page } = officer
    await officer.go('/desk/procedures')
    await page
      .getByRole('link', { name: new RegExp(t('desk.procedures.values')) })
      .first()
      .click()
    await page.waitForURL(`**/${GAIN}/values`)
    await page
      .locator('section', { has: page.locator('#rate') })
      .getByRole('link', { name: new RegExp(t('desk.values.change')) })
      .click()
    await page.waitForURL('**/values/rate')

    await page.getByLabel(t('desk.values.from')).fill('2090-01-01')
    const figure = page.locator('[id="rows.0.value"]')
    await figure.fill('treinta')
    await officer.press(t('desk.values.look'))
    await page.getByRole('alert').getByText(t('desk.values.faults.not_a_number')).waitFor()
    assert.equal(await figure.inputValue(), 'treinta')
    assert.equal(await figure.getAttribute('aria-invalid'), 'true')
    assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))

    await page.getByLabel(t('desk.values.article'), { exact: true }).fill(BYLAW)
    await figure.fill('12,5 %')
    await page.keyboard.press('Enter')
    await page.getByRole('button', { name: t('desk.values.ahead.confirm') }).waitFor()
    await officer.sees('12,5 %')
    await officer.sees(t('desk.values.ahead.examples'))
    assert.lengthOf((await filledIn(house.office.town.id)).get(GAIN)!.contents.tables!['rate']!, 1)
    await officer.press(t('desk.values.ahead.confirm'))
    await page.waitForURL(`**/${GAIN}/values`)
    await officer.sees(BYLAW)

    await officer.go('/fees')
    assert.match(
      (await page.locator('main').textContent())!,
      /1 de enero de 2090[^]*Ordenanza fiscal 4 \(BOP 30\/12\/2089\), art\. 6[^]*12,5 %/
    )
    assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
  })
})
