import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { Citizen } from '#tests/browser/support/citizen'

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
    await speaker.follow(t('portal.languages.en'))
    assert.equal(speaker.path, here)
    const reader = new Citizen(page, citizen.origin, 'en')
    await reader.arrivesAt(house.text('forms.submission.pages.facts.title', 'en'))
    await reader.answerAll(house.form, house.answers)
    await reader.submit()
    await reader.arrivesAt(reader.t('filings.receipt.titles.submission'))
  })

  test('can be chosen on the page that says what is wrong', async (context) => {
    const house = await OpenHouse.for(context)
    const citizen = await house.citizen({ scripts: false })
    await citizen.signIn()
    await citizen.begin(house.procedure)
    await citizen.page.getByLabel(house.text('forms.submission.fields.email.label')).fill('')
    await citizen.continue()
    await citizen.page.locator('.govuk-error-summary').waitFor()
    await citizen.follow(citizen.t('portal.languages.en'))
    await citizen.arrivesAt(house.text('forms.submission.pages.contact.title', 'en'))
  })

  test('leads back to the answers when a post was refused', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const citizen = await house.citizen({ scripts: false })
    const check = await house.readyToSubmit()
    await citizen.signIn()
    await citizen.go(check)
    await citizen.page.context().clearCookies()
    await citizen.press(citizen.t('filings.check.submit.button'))
    await citizen.arrivesAt(citizen.t('portal.errors.419.title'))
    const link = citizen.page.getByRole('link', { name: citizen.t('portal.languages.en') })
    assert.equal(await link.getAttribute('href'), `${check}?lang=en`)
  })
})
