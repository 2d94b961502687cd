import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { GatewaySite } from '#tests/support/gateway/gateway_site'
import { orderFor } from '#tests/support/payments'

const IN_A_DAY = () => new Date(Date.now() + 86_400_000)

for (const scripts of [true, false])
  for (const reached of ['GET', 'POST'] as const)
    test.group(`A gateway at another site, by ${reached}, ${scripts ? 'with' : 'without'} JavaScript`, () => {
      test('is reached from the button that pays, with the payment and the way back', async (context) => {
        const { assert } = context
        const house = await OpenHouse.for(context)
        const site = await GatewaySite.open(`bank_${reached}`, reached)
        context.cleanup(site.close)
        const { name } = site.gateway.offerTo(house.office.town)
        const order = await orderFor(house.office.test, '27.30', { at: new Date(), expiresAt: IN_A_DAY() })
        const citizen = await house.citizen({ scripts })
        await citizen.signIn()
        await citizen.go(`/folder/payments/${order.id}`)
        await citizen.page.locator(`form:has(input[value="${name}"]) button`).click()
        if (reached === 'POST' && !scripts) await citizen.press(citizen.t('folder.payment.passage.go'))
        await citizen.arrivesAt('The bank')
        const [{ method, fields }, ...more] = site.visits as [(typeof site.visits)[number]]
        assert.isEmpty(more)
        assert.equal(method, reached)
        assert.equal(fields['reference'], order.reference)
        assert.isTrue(fields['back']!.endsWith(`/folder/payments/${order.id}`), fields['back'])
      })
    })
