import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { ProviderSite } from '#tests/support/provider/provider_site'

const NURIA = { identifier: '99999999R', givenName: 'Núria', surnames: 'Soler' }

for (const scripts of [true, false])
  for (const asked of ['by link', 'by form'] as const)
    test.group(
      `A provider at another site, asked ${asked}, ${scripts ? 'with' : 'without'} JavaScript`,
      () => {
        test('posts its answer back, and the citizen is where they wanted to be', async (context) => {
          const { assert } = context
          const house = await OpenHouse.for(context)
          const site = await ProviderSite.open(asked === 'by link' ? 'linked' : 'posted', asked, NURIA)
          context.cleanup(site.close)
          site.provider.offerTo(house.office.town)
          const visitor = await house.visitor({ scripts })
          const { page, t } = visitor
          const goesOn = () => (scripts ? undefined : visitor.press(t('portal.signIn.handOver.continue')))

          await visitor.go(`/sign-in/${site.provider.name}?return=/folder/notifications`)
          if (asked === 'by form') await goesOn()
          await page.getByRole('button', { name: 'It is me' }).click()
          await goesOn()
          await page.waitForURL('**/folder/notifications')
          await visitor.sees('Núria Soler')

          const cookies = await page.context().cookies()
          assert.isTrue(
            cookies.filter(({ name }) => name === 'finestra').every(({ sameSite }) => sameSite === 'Lax')
          )
        })
      }
    )
