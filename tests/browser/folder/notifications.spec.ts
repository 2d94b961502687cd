import { test } from '@japa/runner'
import { OpenHouse } from '#tests/browser/support/open_house'

test.group('A notification that nobody opens', () => {
  test('counts as made when it is rejected, and its document can be read afterwards', async (context) => {
    const house = await OpenHouse.for(context)
    await house.play('granted')
    const citizen = await house.citizen()
    const { t, page } = citizen
    await citizen.signIn()
    await citizen.follow(house.text('documents.resolution.title', 'ca'))
    await page.getByText(t('folder.notification.rejectTitle')).click()
    await citizen.press(t('folder.notification.reject'))
    await citizen.sees(t('folder.notification.after.rejected'))
    await citizen.go('/folder/notifications')
    await citizen.sees(t('folder.notifications.noneWaiting'))
  })

  test('expires after ten calendar days', async (context) => {
    const house = await OpenHouse.for(context)
    await house.play('granted', { daysAgo: 12 })
    const citizen = await house.citizen({ scripts: false })
    const { t } = citizen
    await citizen.signIn()
    await citizen.go('/folder/notifications')
    await citizen.follow(house.text('documents.resolution.title', 'ca'))
    await citizen.sees(t('folder.notification.after.expired'))
  })
})

test.group('Silence', () => {
  test('is certified when three months have passed, and notified', async (context) => {
    const { assert } = context
    const house = await OpenHouse.for(context)
    await house.play('silence_approves', { daysAgo: 100, until: 'certify_silence' })
    const officer = await house.officer()
    const [number] = await house.entries()
    await officer.follow(`${officer.t('desk.inbox.views.overdue')} 1`)
    await officer.findCase(number!)
    await officer.startTask(house.text('tasks.certify_silence'))
    await officer.answerTask(house.procedure.forms['silence']!, {
      effect: 'approves',
      grounds: 'Artículo 24.1 de la Ley 39/2015.',
    })
    await house.work()
    const citizen = await house.citizen({ scripts: false })
    await citizen.signIn()
    await citizen.follow(house.text('documents.silence_certificate.title'))
    await citizen.press(citizen.t('folder.notification.accept'))
    const paper = await citizen.download(house.text('documents.silence_certificate.title'))
    assert.equal(paper.bytes.subarray(0, 5).toString(), '%PDF-')
  })
})
