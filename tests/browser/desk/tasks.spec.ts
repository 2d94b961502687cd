import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { fileAt } from '#tests/support/moved_filing'
import { hears } from '#tests/support/exchange'

test.group('What a task asks', () => {
  test('is there as it is answered: no title of what is not asked, and at once what an answer brings', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context, 'residence-slip')
    hears(house.office.town.id, async () => ({ outcome: 'not_found', reference: null }))
    await house.filed()
    await house.work()
    const officer = await house.officer()
    const { page } = officer
    const [number] = await house.entries()
    await officer.findCase(number!)
    await officer.startTask(house.text('tasks.look')!)
    const title = (id: string) =>
      page.getByRole('heading', { name: house.text(`forms.look.pages.${id}.title`)! })
    const answer = (option: string) => page.locator(`[value="${option}"]`).check()
    const reasons = page.getByLabel(house.text('forms.look.fields.reasons.label')!)
    await title('not_found').waitFor()
    for (const id of ['differs', 'unclear']) assert.equal(await title(id).count(), 0)
    await title('reasons').waitFor({ state: 'hidden' })
    await answer('inform')
    await title('reasons').waitFor()
    await reasons.fill('Venga con su pasaporte.')
    await answer('negative')
    await title('reasons').waitFor({ state: 'hidden' })
    assert.isFalse(await reasons.isVisible())
  })

  test('asks of {scenario} what concerns its renewal: {renewal}')
    .with([
      { scenario: 'granted', renewal: false },
      { scenario: 'renewed_unchanged', renewal: true },
    ])
    .run(async (context, { scenario, renewal }) => {
      const { assert } = context
      const house = await OpenHouse.for(context, 'terrace-licence', scenario)
      const year = new Date().getFullYear() + 1
      const season = { startsOn: `${year}-04-01`, endsOn: `${year}-10-31` }
      const { answers } = house.procedure.scenarios[scenario]!
      await fileAt(house.office, house.procedure, { at: new Date(), answers: { ...answers, ...season } })
      await house.work()
      const officer = await house.officer()
      const [number] = await house.entries()
      await officer.findCase(number!)
      await officer.startTask(house.text('tasks.check')!)
      const answer = (name: string, option: string) =>
        officer.page.locator(`[name="answers[${name}]"][value="${option}"]`)
      await answer('decision', 'complete').waitFor({ state: 'attached' })
      await answer('previous', 'confirmed').waitFor({ state: 'hidden' })
      await answer('decision', 'complete').check()
      assert.equal(await answer('previous', 'confirmed').isVisible(), renewal)
      assert.equal(await answer('previous', 'confirmed').count(), renewal ? 1 : 0)
      await answer('decision', 'correction').check()
      assert.isFalse(await answer('previous', 'confirmed').isVisible())
    })
})
