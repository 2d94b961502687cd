import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'
import { heavyPaper, nameOf, PICTURE, PROGRAM } from '#tests/browser/support/papers'
import { readyDraft } from '#tests/support/filing'

for (const scripts of [false, true])
  test.group(`A filing ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('goes from the catalogue to a receipt that anybody can verify', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      const { form, answers } = house
      const title = house.text('sheet.title')
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen

      await citizen.go('/')
      await page.getByLabel(t('portal.home.search')).fill(title.toUpperCase())
      await citizen.press(t('portal.layout.search'))
      await citizen.follow(title)
      await citizen.press(t('portal.sheet.start.begin'))
      await citizen.identify()
      await page.waitForURL('**/pages/*')
      while (citizen.pageId !== 'attachments') await citizen.answerPage(form, answers)
      await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(PICTURE)
      await citizen.press(t('forms.page.upload.add'))
      await page.getByText(PICTURE.name).first().waitFor()
      await citizen.answerAll(form, answers)

      const subject = house.text('forms.submission.fields.subject.label')
      await citizen.follow(`${t('filings.check.change')} ${subject}`)
      await page.getByLabel(subject).fill('Una farola que no alumbra')
      await citizen.continue()
      await citizen.arrivesAt(t('filings.check.title'))
      assert.equal(await citizen.fact(subject), 'Una farola que no alumbra')

      await citizen.submit()
      await citizen.arrivesAt(t('filings.receipt.titles.submission'))
      assert.match(await page.locator('.govuk-panel').innerText(), /\d{4}-E-RE-000001/)
      assert.isTrue(await page.getByText(PICTURE.name).isVisible())
      const receipt = await citizen.download(t('filings.receipt.pdf'))
      assert.match(receipt.name, /\.pdf$/)
      assert.equal(receipt.bytes.subarray(0, 5).toString(), '%PDF-')

      const code = await citizen.fact(t('filings.receipt.code'))
      const anybody = await house.visitor({ scripts })
      await anybody.verify(code.toLowerCase())
      await anybody.page.getByText(t('portal.verify.found.title')).waitFor()
      const original = await anybody.download(t('portal.verify.download'))
      assert.isTrue(original.bytes.equals(receipt.bytes))
      const wrong = code.endsWith('0') ? `${code.slice(0, -1)}1` : `${code.slice(0, -1)}0`
      await anybody.verify(wrong)
      await anybody.page.getByRole('alert').getByText(t('portal.verify.errors.unknown')).waitFor()
      await anybody.verify('no es un código')
      await anybody.page.getByRole('alert').getByText(t('portal.verify.errors.format')).waitFor()
    })

    test('says first what is wrong and where, and keeps what was answered', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      const { form, answers } = house
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await citizen.signIn()
      await citizen.begin(house.procedure)
      const email = page.getByLabel(house.text('forms.submission.fields.email.label'))
      const phone = page.getByLabel(house.text('forms.submission.fields.phone.label'))
      await email.fill('no es un correo')
      await phone.fill('600 111 222')
      await citizen.continue()
      const summary = page.locator('.govuk-error-summary')
      await summary.waitFor()
      assert.isTrue((await page.title()).startsWith(t('portal.layout.errorPrefix')))
      if (scripts) assert.isTrue(await summary.evaluate((box) => box === document.activeElement))
      assert.deepEqual(
        [await email.inputValue(), await phone.inputValue()],
        ['no es un correo', '+34 600 111 222']
      )
      assert.equal(await email.getAttribute('aria-invalid'), 'true')
      await summary.getByRole('link').click()
      assert.isTrue(await email.evaluate((box) => box === document.activeElement))
      await citizen.answerPage(form, answers)
    })

    test('takes no file that is too large or of another kind, and says why', async (context) => {
      const house = await OpenHouse.for(context)
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await citizen.signIn()
      const { draftId } = await readyDraft(house.office)
      await citizen.go(`/filings/${draftId}/pages/attachments`)
      for (const [paper, fault] of [
        [await heavyPaper(), 'too_large'],
        [PROGRAM, 'type_refused'],
      ] as const) {
        await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(paper)
        await citizen.press(t('forms.page.upload.add'))
        const text = t(`forms.errors.upload.${fault}`, { file: nameOf(paper), limit: 20 })
        await page.locator('.govuk-error-summary').getByText(text).waitFor()
      }
      await page.getByLabel(t('forms.page.upload.choose')).setInputFiles(PICTURE)
      await citizen.press(t('forms.page.upload.add'))
      await citizen.sees(PICTURE.name)
    })

    test('is saved, left, and taken up again from the folder', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      const { form, answers } = house
      const citizen = await house.citizen({ scripts })
      const { t } = citizen
      await citizen.signIn()
      await citizen.begin(house.procedure)
      while (citizen.pageId !== 'facts') await citizen.answerPage(form, answers)
      await citizen.go(citizen.path.replace(/pages.*/, 'check'))
      await citizen.page.getByRole('alert').waitFor()
      const submit = citizen.page.getByRole('button', { name: t('filings.check.submission.button') })
      assert.equal(await submit.count(), 0)
      await citizen.page.goBack()
      const facts = citizen.page.getByLabel(house.text('forms.submission.fields.facts.label'))
      await facts.fill('De noche no se ve.')
      await citizen.press(t('filings.step.leave'))
      await citizen.arrivesAt(t('filings.saved.title'))
      await citizen.follow(t('filings.saved.folder'))
      await citizen.follow(house.text('sheet.title'))
      assert.equal(citizen.pageId, 'facts', 'the page that was left, not the one after it')
      assert.equal(await facts.inputValue(), 'De noche no se ve.')
      await citizen.go('/folder')
      const discard = `${t('folder.home.discard')} ${house.text('sheet.title')}`
      await citizen.follow(discard)
      await citizen.arrivesAt(t('filings.discard.title'))
      await citizen.go('/folder')
      await citizen.follow(discard)
      await citizen.press(t('filings.discard.confirm'))
      await citizen.arrivesAt(t('folder.home.title'))
      assert.equal(await citizen.page.getByRole('link', { name: discard }).count(), 0)
    })

    test('is entered once, however often it is sent', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      const citizen = await house.citizen({ scripts })
      const { t, page } = citizen
      await citizen.signIn()
      const check = await house.readyToSubmit()
      await citizen.go(check)
      await page
        .getByRole('button', { name: t('filings.check.submission.button') })
        .dblclick({ noWaitAfter: true })
      await page.waitForURL('**/receipt')
      const receipt = citizen.path
      await page.goBack()
      await page.waitForURL((url) => [check, receipt].includes(url.pathname))
      if (citizen.path === check) await citizen.submit()
      await citizen.go(check)
      assert.equal(citizen.path, receipt)
      assert.lengthOf(await house.entries(), 1)
    })
  })
