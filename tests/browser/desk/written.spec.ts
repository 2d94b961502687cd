import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

test.group('What must be written, at the desk', () => {
  test('is said by the button that needs it', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    await house.filed()
    const officer = await house.officer()
    const { t, page } = officer
    const [number] = await house.entries()
    await officer.findCase(number!)
    await officer.press(t('desk.notes.add'))
    await officer.sees(t('desk.notes.empty'))
    const box = page.getByLabel(t('desk.notes.label'))
    assert.isTrue(await box.evaluate((element) => element === document.activeElement))
    await box.fill('He llamado a la brigada.')
    await officer.press(t('desk.notes.add'))
    await page.getByRole('listitem').filter({ hasText: 'He llamado a la brigada.' }).waitFor()
  })

  test('has the title that the server sent, once scripts run', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    await house.filed()
    const officer = await house.officer()
    const { page } = officer
    const [number] = await house.entries()
    await officer.findCase(number!)
    for (const path of [
      'inbox',
      'search',
      'letters',
      'registry',
      'incidents',
      'notices',
      officer.path.slice(6),
    ]) {
      const sent = await (await officer.go(`/desk/${path}`))!.text()
      await page.locator('title[data-inertia]').waitFor({ state: 'attached' })
      assert.equal(await page.title(), /<title>(.*?)<\/title>/.exec(sent)?.[1], path)
    }
  })
})
