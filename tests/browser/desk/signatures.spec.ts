import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { requestIn, circuitOf } from '#tests/support/signatures'
import { CitizensCase } from '#tests/support/citizens_case'

test.group('Signing at the desk', () => {
  test('a document is read and signed with a confirmation, by keyboard; the next one follows; several go together', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const town = house.office.test
    const { caseId } = await CitizensCase.file(house.office)
    const circuits = [await requestIn(town, { caseId }), await requestIn(town, { caseId })]
    const officer = await house.officer({ width: 320 })
    const { t, page } = officer
    const signatures = async () =>
      (await Promise.all(circuits.map((one) => circuitOf(town, one)))).map((one) => one.signatures.length)
    await officer.go('/desk/signatures')
    await officer.sees(t('desk.signatures.unread'))
    await page.getByRole('link', { name: 'Resolución de prueba' }).first().click()
    await officer.sees('Se concede la licencia de terraza.')
    const sign = page.getByRole('button', { name: t('desk.signatures.sign'), exact: true })
    await sign.focus()
    await page.keyboard.press('Enter')
    const dialog = page.getByRole('dialog')
    await dialog.getByText(t('desk.signatures.confirm.text')).waitFor()
    await page.keyboard.press('Escape')
    await dialog.waitFor({ state: 'detached' })
    assert.deepEqual(await signatures(), [0, 0])
    await sign.click()
    await dialog.getByRole('button', { name: t('desk.signatures.sign'), exact: true }).click()
    await officer.sees(t('desk.signatures.signedNext'))
    assert.deepEqual((await signatures()).sort(), [0, 1])
    assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))

    for (const { request } of circuits) await officer.go(`/desk/signatures/${request.id}`)
    await officer.go('/desk/signatures')
    for (const box of await page.getByRole('checkbox').all()) await box.check({ force: true })
    await officer.sees(t('desk.signatures.chosen', { count: 2 }))
    await officer.press(t('desk.signatures.signMany'))
    await dialog.getByRole('button', { name: t('desk.signatures.sign'), exact: true }).click()
    await officer.sees(t('desk.signatures.signedMany', { count: 2 }))
    assert.deepEqual((await signatures()).sort(), [1, 2])
    assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
  })

  test('a refusal asks for its reason, which the case and whoever drafted it read', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const town = house.office.test
    const { caseId } = await CitizensCase.file(house.office)
    const circuit = await requestIn(town, { caseId })
    const officer = await house.officer()
    const { t, page } = officer
    await officer.go(`/desk/signatures/${circuit.request.id}`)
    await officer.press(t('desk.signatures.refuse'))
    const dialog = page.getByRole('dialog')
    const refuse = dialog.getByRole('button', { name: t('desk.signatures.refuse'), exact: true })
    await refuse.click()
    await dialog.getByText(t('desk.signatures.refusals.no_reason')).waitFor()
    await dialog.getByLabel(t('desk.signatures.reason')).fill('Falta el informe de la técnica.')
    await refuse.click()
    await officer.sees(t('desk.signatures.returned'))
    assert.equal((await circuitOf(town, circuit)).request.state, 'refused')
    await officer.go(`/desk/cases/${caseId}`)
    await page.getByText('Falta el informe de la técnica.').first().waitFor()
  })
})
