import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

test.group('The desk', () => {
  test('shows what waits by its legal date, and hands out what is chosen', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    await house.filed()
    await house.filed()
    const officer = await house.officer()
    const { t, page } = officer
    const [first] = await house.entries()
    await page.getByRole('checkbox', { name: t('desk.table.select', { number: first! }) }).press('Space')
    await officer.press(t('desk.assign.toMe'))
    await officer.sees(t('desk.assign.done', { count: 1 }))
    await officer.follow(`${t('desk.inbox.views.mine')} 1`)
    await page.waitForURL('**/desk/inbox?view=mine')
    assert.equal(await page.getByRole('row').count(), 2)
  })

  test('finds a case by number, identity number and words, keeps a note in it, and tells what has happened', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    await house.filed()
    const officer = await house.officer()
    const { t, page } = officer
    const [number] = await house.entries()
    for (const words of [number!, house.office.test.person.identifier, 'farola apagada']) {
      await officer.go('/desk/search')
      await page.getByRole('searchbox').fill(words)
      await officer.press(t('desk.search.go'))
      await officer.sees(t('desk.search.found', { count: 1 }))
    }
    await page.getByRole('link', { name: number! }).click()
    await page.getByLabel(t('desk.notes.label')).fill('He llamado a la brigada.')
    await officer.press(t('desk.notes.add'))
    await officer.sees('He llamado a la brigada.')
    await page.getByRole('tab', { name: t('desk.case.parts.history') }).click()
    const history = await page.getByRole('tabpanel').innerText()
    assert.include(history, house.text('tasks.review'))
    assert.notInclude(history, house.text('tasks.term_expired'))
  })

  test('is closed to a wrong password, and says when an account was last used', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const officer = await house.officer()
    const { t, page } = officer
    await officer.press(t('desk.layout.signOut'))
    await officer.arrivesAt(t('desk.signIn.title'))
    await page.getByLabel(t('desk.signIn.email')).fill(house.office.test.officer.email)
    await page.getByLabel(t('desk.signIn.password')).fill('wrong')
    await officer.press(t('desk.signIn.enter'))
    const alert = page.getByRole('alert').filter({ hasText: t('desk.signIn.faults.refused') })
    await alert.waitFor()
    assert.isTrue(await alert.evaluate((box) => box === document.activeElement))
    await officer.signIn(house.office.test.officer)
    await officer.sees(t('desk.layout.lastAccess', { when: '' }).trim())
  })
})
