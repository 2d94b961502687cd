import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

for (const scripts of [false, true])
  test.group(`A case, for a citizen ${scripts ? 'with' : 'without'} JavaScript`, () => {
    test('is corrected when it is asked for, and ends with a resolution to download', async (context) => {
      const { assert } = context
      const house = await OpenHouse.for(context)
      const citizen = await house.citizen({ scripts })
      const { t } = citizen
      await citizen.signIn()
      await citizen.go(await house.readyToSubmit())
      await citizen.submit()
      await house.work()

      const officer = await house.officer()
      const [number] = await house.entries()
      await officer.findCase(number!)
      await officer.press(t('desk.assign.claim'))
      await officer.startTask(house.text('tasks.review'))
      await officer.answerTask(house.procedure.forms['review']!, {
        decision: 'correction',
        deficiencies: 'Indique el número de la calle.',
      })
      await house.work()

      await citizen.go('/folder')
      await citizen.follow(house.text('documents.requirement.title'))
      await citizen.press(t('folder.notification.accept'))
      await citizen.page.getByText(t('folder.case.documents')).first().waitFor()
      await house.work()
      await citizen.go('/folder')
      await citizen.follow(house.text('tasks.correction'))
      await citizen.press(t('folder.correction.start'))
      await citizen.page.waitForURL('**/pages/*')
      await citizen.answerAll(house.procedure.forms['correction']!, { answer: 'Frente al número 12.' })
      await citizen.submit('correction')
      await house.work()

      await officer.findCase(number!)
      await officer.startTask(house.text('tasks.review'))
      await officer.answerTask(house.procedure.forms['review']!, {
        decision: 'proceed',
        proposal: 'Estimar la solicitud.',
      })
      await house.work()
      await officer.findCase(number!)
      await officer.startTask(house.text('tasks.resolve'))
      await officer.answerTask(house.procedure.forms['resolve']!, {
        decision: 'granted',
        ruling: 'Reparar la farola en quince días.',
        reasons: 'El alumbrado es un servicio obligatorio.',
      })
      await house.work()

      await citizen.go('/folder/notifications')
      await citizen.follow(house.text('documents.resolution.title'))
      await citizen.press(t('folder.notification.accept'))
      const resolution = await citizen.download(house.text('documents.resolution.title'))
      assert.equal(resolution.bytes.subarray(0, 5).toString(), '%PDF-')
      await house.work()
      await citizen.follow(t('folder.notification.toCase'))
      await citizen.page.getByText(house.text('outcomes.granted')).first().waitFor()
      assert.lengthOf(await house.entries(), 4)
    })
  })
