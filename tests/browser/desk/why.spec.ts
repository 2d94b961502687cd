import { test } from '@japa/runner'
import { faultsOf } from '#tests/browser/pages/faults'
import { OpenHouse } from '#tests/browser/support/open_house'

for (const lang of ['es', 'ca', 'en'] as const)
  test.group(`Why a case went as it did (${lang})`, () => {
    test('is told at each line of its history, to whoever deals with it', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context, 'general-application')
      await house.play('correction_unanswered', { daysAgo: 40 })
      const officer = await house.officer({ lang })
      const { page, t } = officer
      const [number] = await house.entries()
      await officer.go(`/desk/search?q=${number}`)
      await page.getByRole('link', { name: number }).click()
      await page.waitForURL('**/desk/cases/*')
      await page.getByRole('tab', { name: t('desk.case.parts.history') }).click()
      /** What is told at the oldest line of the case with this title, or at the newest. */
      const open = async (title: string, newest = false): Promise<string> => {
        const lines = page.getByRole('listitem').filter({ has: page.locator('strong', { hasText: title }) })
        const line = newest ? lines.first() : lines.last()
        await line.locator('summary').click()
        return line.locator('details').innerText()
      }
      const text = (id: string) => house.text(id, lang)
      const required = await open(t('cases.history.document_issued'))
      for (const id of ['tasks.issue_requirement', 'tasks.reviewed', 'forms.review.fields.decision.label'])
        assert.include(required, text(id))
      assert.include(required, text('forms.review.fields.decision.options.correction'))
      assert.include(required, 'Amparo Oficial')
      const declared = await open(t('cases.history.document_issued'), true)
      assert.include(declared, t('catalogue.ways.default', { gateway: '' }).slice(-30))
      assert.include(declared, text('forms.deemed_withdrawal.fields.decision.options.declare'))
      const expired = await open(text('tasks.correction_expired'))
      assert.include(expired, t('catalogue.causes.messages.notification_practised'))
      assert.include(expired, t('portal.terms.working_days', { amount: 10 }))
      assert.include(expired, house.procedure.digest.slice(0, 12))
      assert.deepEqual(await faultsOf(officer, { html: await page.content(), thorough: true }), [])
    })
  })
