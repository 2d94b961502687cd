import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { Citizen } from '#tests/browser/support/citizen'
import { PICTURE } from '#tests/browser/support/papers'

test.group('Another language', () => {
  test('keeps the page, what was looked for, and what was answered', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const citizen = await house.citizen({ scripts: false })
    const { t, page } = citizen
    await citizen.go('/procedures?q=instancia')
    await citizen.follow(t('portal.languages.ca'))
    assert.equal(await page.locator('html').getAttribute('lang'), 'ca-valencia')
    assert.equal(await page.getByRole('searchbox').inputValue(), 'instancia')
    const speaker = new Citizen(page, citizen.origin, 'ca')
    await speaker.signIn()
    await speaker.begin(house.procedure)
    while (speaker.pageId !== 'facts') await speaker.answerPage(house.form, house.answers)
    const here = speaker.path
    await speaker.press(t('portal.languages.en'))
    assert.equal(speaker.path, here)
    const reader = new Citizen(page, citizen.origin, 'en')
    await reader.arrivesAt(house.text('forms.submission.pages.facts.title', 'en'))
    await reader.answerAll(house.form, house.answers)
    await reader.submit()
    await reader.arrivesAt(reader.t('filings.receipt.titles.submission'))
  })

  for (const scripts of [false, true])
    test(`keeps what was typed and not yet sent, ${scripts ? 'with' : 'without'} JavaScript`, async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      const citizen = await house.citizen({ scripts })
      const { page, t } = citizen
      await citizen.signIn()
      await citizen.begin(house.procedure)
      const email = () => page.locator('[name="answers[email]"]')
      await email().fill('a medio escr')
      await citizen.press(t('portal.languages.en'))
      await citizen.arrivesAt(house.text('forms.submission.pages.contact.title', 'en'))
      assert.equal(await email().inputValue(), 'a medio escr')
      await new Citizen(page, citizen.origin, 'en').continue()
      await page.locator('.govuk-error-summary').waitFor()
      await citizen.press(t('portal.languages.ca'))
      await citizen.arrivesAt(house.text('forms.submission.pages.contact.title', 'ca'))
      await email().fill('amparo@example.org')
      await email().press('Enter')
      await citizen.arrivesAt(house.text('forms.submission.pages.language.title', 'ca'))
      await page.goto(page.url().replace(/[^/]+$/, 'attachments'))
      await page.locator('input[type=file]').setInputFiles(PICTURE)
      await citizen.press(t('portal.languages.es'))
      await citizen.arrivesAt(house.text('forms.submission.pages.attachments.title'))
      await citizen.sees(PICTURE.name)
    })

  test('leads back to the answers when a post was refused', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const citizen = await house.citizen({ scripts: false })
    const check = await house.readyToSubmit()
    await citizen.signIn()
    await citizen.go(check)
    await citizen.page.context().clearCookies()
    await citizen.press(citizen.t('filings.check.submission.button'))
    await citizen.arrivesAt(citizen.t('portal.errors.419.title'))
    const link = citizen.page.getByRole('link', { name: citizen.t('portal.languages.en') })
    assert.equal(await link.getAttribute('href'), `${check}?lang=en`)
  })
})
