import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

test.group('Signing in at the desk', () => {
  test('leaves no password that was sent before in the field, however often it is refused', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    const visitor = await house.visitor()
    const { page, t } = visitor
    await visitor.go('/desk/sign-in')
    const password = page.getByLabel(t('desk.signIn.password'))
    for (const typed of ['the first one', 'the second one', 'the third one']) {
      await page.getByLabel(t('desk.signIn.email')).fill(`${typed.split(' ')[1]}@town.example`)
      await password.fill(typed)
      await visitor.press(t('desk.signIn.enter'))
      await page.getByRole('alert').waitFor()
      await page.getByText(t('desk.signIn.enter')).and(page.locator(':enabled')).waitFor()
      assert.equal(await password.inputValue(), '')
    }
  })
})
