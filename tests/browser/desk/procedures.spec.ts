import { test } from '@japa/runner'
import { offeredBySlug } from '#catalogue/queries/offered'
import { OpenHouse } from '#tests/browser/support/open_house'

test('A procedure is offered no more by the keyboard alone, with a reason, on a narrow screen; whoever has begun is told', async (context) => {
  const { assert } = context
  const house = await OpenHouse.for(context)
  const { town } = house.office
  const { slug } = house.procedure
  const citizen = await house.citizen()
  await citizen.signIn()
  await citizen.begin(house.procedure)
  const officer = await house.officer({ width: 320 })
  const { t, page } = officer
  await officer.go('/desk/procedures')
  await page
    .getByRole('button', { name: `${t('desk.procedures.withdraw')}: ${house.text('sheet.title')}` })
    .focus()
  await page.keyboard.press('Enter')
  const dialog = page.getByRole('dialog')
  const reason = dialog.getByLabel(t('desk.procedures.reason'))
  const send = dialog.getByRole('button', { name: t('desk.procedures.withdraw') })
  await send.focus()
  await page.keyboard.press('Enter')
  await dialog.getByText(t('desk.procedures.refusals.no_reason')).waitFor()
  assert.isNotNull(await offeredBySlug(town.id, slug))
  await reason.fill('La ordenanza se ha derogado')
  assert.isFalse(await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
  await send.focus()
  await page.keyboard.press('Enter')
  await officer.sees(t('desk.procedures.withdrawn'))
  assert.isNull(await offeredBySlug(town.id, slug))
  await citizen.page.reload()
  await citizen.sees(t('core.problems.E_NO_LONGER_OFFERED.problem'))
})
