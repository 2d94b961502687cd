import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

test.group('The desk without JavaScript', () => {
  test('says that it needs it', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const visitor = await house.visitor({ scripts: false })
    await visitor.go('/desk/sign-in')
    const said = await visitor.page.locator('noscript').textContent()
    assert.include(said, visitor.t('portal.layout.deskNeedsScripts'))
  })
})
