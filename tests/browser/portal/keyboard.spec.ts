import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import type { Visitor } from '#tests/browser/support/visitor'

/** Goes with the Tab key to what has this role and name, as it is read out. */
async function tabTo(
  { page }: Visitor,
  role: 'link' | 'button' | 'textbox' | 'radio' | 'checkbox',
  name: string
) {
  const goal = page.getByRole(role, { name, exact: true }).first()
  await goal.waitFor()
  for (let presses = 0; presses < 60; presses++) {
    if (await goal.evaluate((element) => element === document.activeElement)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`the keyboard does not reach ${role} “${name}”`)
}

test.group('With the keyboard alone', () => {
  test('a filing is begun, answered and submitted', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const citizen = await house.citizen()
    const { t, page } = citizen
    const enter = async (role: 'link' | 'button', name: string) => {
      await tabTo(citizen, role, name)
      await page.keyboard.press('Enter')
    }
    const field = (name: string) => house.text(`forms.submission.fields.${name}.label`)
    const title = (id: string) => house.text(`forms.submission.pages.${id}.title`)
    const next = async (id: string) => {
      await enter('button', t('filings.step.next'))
      await citizen.arrivesAt(title(id))
    }

    await citizen.signIn()
    await citizen.go(`/procedures/${house.procedure.slug}`)
    await page.keyboard.press('Tab')
    await page.keyboard.press('Enter')
    assert.isTrue(await page.locator('main').evaluate((main) => main === document.activeElement))
    await enter('button', t('portal.sheet.start.begin'))
    await citizen.arrivesAt(title('contact'))
    await next('language')
    await tabTo(citizen, 'radio', house.text('forms.submission.fields.language.options.es'))
    await page.keyboard.press('Space')
    await next('channel')
    await tabTo(
      citizen,
      'radio',
      house.text('forms.submission.fields.notificationChannel.options.electronic')
    )
    await page.keyboard.press('Space')
    await next('subject')
    for (const [name, after] of [
      ['subject', 'facts'],
      ['facts', 'request'],
      ['request', 'attachments'],
    ] as const) {
      await tabTo(citizen, 'textbox', field(name))
      await page.keyboard.type('Una farola apagada')
      await next(after)
    }
    await next('declaration')
    await tabTo(citizen, 'checkbox', field('declaration'))
    await page.keyboard.press('Space')
    await enter('button', t('filings.step.next'))
    await citizen.arrivesAt(t('filings.check.title'))
    await enter('button', t('filings.check.submission.button'))
    await citizen.arrivesAt(t('filings.receipt.titles.submission'))
  })
})
