import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { CitizensCase } from '#tests/support/citizens_case'
import { answer, attempt, orderFor, paid } from '#tests/support/payments'
import { settle } from '#tests/support/worker'

test.group('Giving money back, at the desk', () => {
  test('asks for amount, reason and a tick; what is refused stays to be mended, and whoever paid has the proof', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const { test: town } = house.office
    const { caseId } = await CitizensCase.file(house.office, {})
    const at = new Date()
    const order = await orderFor(town, '27.30', {
      caseId,
      at,
      expiresAt: new Date(at.getTime() + 86_400_000),
    })
    const { id } = await attempt(town, order, at)
    await answer(town, paid(id, 2730, { externalId: 'OP1', settledAt: at }), at)

    const officer = await house.officer({ width: 320 })
    const { t, page } = officer
    await officer.go('/desk/payments?state=paid')
    await page
      .getByRole('button', { name: t('desk.refunds.giveBackOf', { reference: order.reference }) })
      .click()
    const dialog = page.getByRole('dialog')
    const amount = dialog.getByLabel(t('desk.refunds.amount'))
    const reason = dialog.getByRole('textbox', { name: t('desk.refunds.reason') })
    const give = dialog.getByRole('button', { name: t('desk.refunds.giveBack') })
    assert.equal(await amount.inputValue(), '27,30')
    await give.click()
    await dialog.getByText(t('desk.refunds.refusals.no_reason')).waitFor()
    await reason.fill('El mercado no se celebró.')
    await give.click()
    await dialog.getByRole('alert').getByText(t('desk.refunds.refusals.not_confirmed')).waitFor()
    await dialog.getByRole('checkbox').check({ force: true })
    await amount.fill('27,31')
    await give.click()
    await dialog.getByRole('alert').getByText(t('desk.refunds.refusals.too_much')).waitFor()
    assert.equal(await reason.inputValue(), 'El mercado no se celebró.')
    assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
    await amount.fill('7,30')
    await give.click()
    await dialog.waitFor({ state: 'detached' })
    await officer.arrivesAt(t('desk.refunds.title'))
    await officer.sees('Se devuelven 7,30')
    await settle(town.id, new Date())
    await officer.go('/desk/payments/refunds?state=done')
    await officer.sees('El mercado no se celebró.')

    const citizen = await house.citizen({ scripts: false, width: 320 })
    await citizen.signIn()
    await citizen.go(`/folder/payments/${order.id}`)
    await citizen.sees('El ayuntamiento le devuelve 7,30')
    await citizen.sees('Operación ROP1')
    const { bytes } = await citizen.download(t('documents.kinds.refund_proof'))
    assert.equal(bytes.subarray(0, 5).toString(), '%PDF-')
  })
})
