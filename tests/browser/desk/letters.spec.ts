import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { CitizensCase } from '#tests/support/citizens_case'
import { formIn } from '#tests/support/citizen_visitor'
import { GRANT, ON_PAPER, PROCEED } from '#tests/support/open_case'

test.group('Notifications on paper, at the desk', () => {
  test('are written down attempt by attempt; what is refused stays to be mended', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const filed = await CitizensCase.file(house.office, ON_PAPER)
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: house.office.town.timeZone })
    const officer = await house.officer({ width: 320 })
    const { t, page } = officer
    await officer.go('/desk/letters')
    await officer.press(t('desk.posted.record'))
    const dialog = page.getByRole('dialog')
    const pick = (result: string) =>
      dialog.getByLabel(t('desk.posted.result')).selectOption({ label: t(`desk.posted.results.${result}`) })
    const attempt = (which: string) => dialog.getByRole('group', { name: t(`desk.posted.${which}`) })
    const record = dialog.getByRole('button', { name: t('desk.posted.record') })

    await pick('returned')
    for (const [which, hour] of [
      ['first', '00:01'],
      ['second', '00:00'],
    ] as const) {
      await attempt(which).getByLabel(t('desk.posted.on')).fill(today)
      await attempt(which).getByLabel(t('desk.posted.hour')).fill(hour)
    }
    await record.click()
    await dialog.getByRole('alert').getByText(t('desk.posted.refusals.second_before_first')).waitFor()
    assert.equal(await attempt('first').getByLabel(t('desk.posted.hour')).inputValue(), '00:01')
    assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))

    await pick('delivered')
    await attempt('when').getByLabel(t('desk.posted.hour')).fill('00:00')
    await dialog.getByLabel(t('desk.posted.receiver')).fill('Vicent Pla')
    await dialog.getByLabel(t('desk.posted.relation')).fill('vecino')
    await dialog.getByLabel(t('desk.posted.reference')).fill('RR123456789ES')
    await record.click()
    await dialog.waitFor({ state: 'detached' })
    await officer.sees(t('desk.posted.recorded'))
    await officer.sees(t('desk.posted.none'))

    await officer.go(`/desk/cases/${filed.caseId}`)
    await page.getByRole('tab', { name: /Notificaciones/ }).click()
    await officer.sees(t('desk.delivery.receiver', { who: 'Vicent Pla, vecino' }))
    await officer.sees(t('desk.delivery.reference', { reference: 'RR123456789ES' }))
  })

  test('are taken back with a reason, which is asked for', async (context) => {
    const house = await OpenHouse.for(context)
    const filed = await CitizensCase.file(house.office, ON_PAPER)
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const officer = await house.officer({ width: 320 })
    const { t, page } = officer
    await officer.go('/desk/letters')
    await officer.press(t('desk.posted.takeBack'))
    const dialog = page.getByRole('dialog')
    const send = dialog.getByRole('button', { name: t('desk.posted.takeBack') })
    await send.click()
    await dialog.getByText(t('desk.posted.refusals.no_reason')).waitFor()
    await dialog.getByLabel(t('desk.posted.reason')).fill('Se estimó por silencio.')
    await send.click()
    await dialog.waitFor({ state: 'detached' })
    await officer.sees(t('desk.posted.takenBack'))
    await officer.sees(t('desk.posted.none'))
  })

  test('that were opened in the folder are seen, and then leave the tray (art. 41.7)', async (context) => {
    const house = await OpenHouse.for(context)
    const filed = await CitizensCase.file(house.office, ON_PAPER)
    await filed.officerAnswers('review', PROCEED)
    await filed.officerAnswers('resolve', GRANT)
    const { path } = await filed.lastNotification()
    await filed.citizen.send(formIn(await filed.citizen.get(path), `${path}/acceptance`))
    const officer = await house.officer({ width: 320 })
    const { t, page } = officer
    await officer.go('/desk/letters')
    await page.getByRole('button', { name: t('desk.posted.putAside') }).click()
    await officer.sees(t('desk.posted.setAside'))
    await officer.sees(t('desk.posted.none'))
  })
})
